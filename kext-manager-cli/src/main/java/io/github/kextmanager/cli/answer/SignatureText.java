package io.github.kextmanager.cli.answer;

import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeDirectory;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.PageCheck;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SigningCertificate;
import io.github.kextmanager.macho.SlotCheck;
import io.github.kextmanager.macho.SpecialSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The lines that say what was read of signatures. */
final class SignatureText {
  private final SignatureRows rows;
  private final List<String> lines = new ArrayList<>();

  private SignatureText(SignatureRows rows) {
    this.rows = rows;
  }

  static List<String> of(SignatureRows rows) {
    SignatureText text = new SignatureText(rows);
    rows.lack().ifPresent(lack -> text.lines.add("  signature: not known. " + lack));
    boolean anyIsRead = false;
    for (SignatureRows.Row row : rows.list()) {
      text.row(row);
      anyIsRead |= row.signature() instanceof Signature.Read;
    }
    if (anyIsRead) {
      text.lines.add("    Read and compared only: nobody verified the signatures themselves.");
    }
    return text.lines;
  }

  private void row(SignatureRows.Row row) {
    String head = "  signature" + row.architecture().map(" of "::concat).orElse("") + ": ";
    if (row.signature() instanceof Signature.Read read) {
      lines.add(head + read.content().identifier());
      content(read.content());
    } else if (row.signature() instanceof Signature.Unusable unusable) {
      lines.add(head + "not usable. " + unusable.explanation());
    } else {
      lines.add(head + "none");
    }
  }

  private void content(CodeSignature signature) {
    detail("team", signature.teamIdentifier().orElse("none"));
    certificates(signature);
    List<String> flags = new ArrayList<>();
    signature.best().flags().forEach(flag -> flags.add(words(flag)));
    detail("flags", flags.isEmpty() ? "none" : String.join(", ", flags));
    signature
        .entitlements()
        .ifPresent(text -> detail("entitlements", text.length() + " characters; see --json"));
    signature.directories().forEach(this::directory);
    signature.flaws().forEach(flaw -> detail("flaw", flaw.explanation()));
  }

  private void certificates(CodeSignature signature) {
    if (signature.isAdHoc()) {
      detail("signed by", "nobody (ad hoc)");
    }
    if (signature.certificates() instanceof Certificates.Unreadable unreadable) {
      detail("certificates", "not readable. " + unreadable.explanation());
    }
    if (signature.certificates() instanceof Certificates.Read read) {
      List<String> names = new ArrayList<>();
      for (SigningCertificate each : read.chain()) {
        names.add("\"" + each.commonName().orElse(each.subject()) + "\"");
      }
      detail("certificates", String.join(", issued by ", names));
      detail("kext marks", marks(read));
    }
  }

  private static String marks(Certificates.Read read) {
    if (!read.leaf().isForKexts()) {
      return "the first certificate has no extension for kexts";
    }
    return read.carryKextMarks()
        ? "the first certificate has the extension for kexts, and the others that macOS asks for are"
            + " there"
        : "the first certificate has the extension for kexts, but not all others that macOS asks for"
            + " are there";
  }

  private void directory(CodeDirectory directory) {
    List<String> checks = new ArrayList<>();
    checks.add(pages(directory.pages()));
    for (Map.Entry<SpecialSlot, SlotCheck> each : new TreeMap<>(directory.slots()).entrySet()) {
      checks.add(slot(each.getKey(), each.getValue()));
    }
    detail(words(directory.hash()) + ", cdhash " + directory.cdHash(), String.join("; ", checks));
  }

  private static String pages(PageCheck pages) {
    if (pages instanceof PageCheck.Match match) {
      return match.pages() == 1
          ? "the only page matches"
          : "all %d pages match".formatted(match.pages());
    }
    if (pages instanceof PageCheck.Mismatch mismatch) {
      return "%d of %d pages DIFFER".formatted(mismatch.differing(), mismatch.pages());
    }
    return pages instanceof PageCheck.Impossible impossible
        ? "pages DIFFER: " + impossible.explanation()
        : "pages not compared: " + ((PageCheck.NotCompared) pages).explanation();
  }

  private String slot(SpecialSlot slot, SlotCheck check) {
    String name =
        switch (slot) {
          case INFO_PLIST -> "Info.plist";
          case CODE_RESOURCES -> "CodeResources";
          default -> words(slot);
        };
    return switch (check) {
      case MATCH -> name + " matches";
      case MISMATCH -> name + " DIFFERS";
      case NOT_GIVEN ->
          name + " NOT COMPARED: " + rows.notGiven().getOrDefault(slot, "It is not there.");
      case MISSING -> name + " MISSING";
      case NOT_COVERED -> name + " not covered";
    };
  }

  private void detail(String name, String value) {
    lines.add("    " + name + ": " + value);
  }

  private static String words(Enum<?> constant) {
    String name = constant.name();
    return name.startsWith("SHA_")
        ? name.replace("SHA_", "SHA-").replace("_TRUNCATED", " (cut)")
        : name.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
