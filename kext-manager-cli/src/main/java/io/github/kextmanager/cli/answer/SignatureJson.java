package io.github.kextmanager.cli.answer;

import io.github.kextmanager.macho.Certificates;
import io.github.kextmanager.macho.CodeDirectory;
import io.github.kextmanager.macho.CodeSignature;
import io.github.kextmanager.macho.Flaw;
import io.github.kextmanager.macho.PageCheck;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SigningCertificate;
import io.github.kextmanager.macho.SlotCheck;
import io.github.kextmanager.macho.SpecialSlot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/** The members of what was read of signatures. */
final class SignatureJson {
  private SignatureJson() {}

  static void write(SignatureRows rows, Json json) {
    if (rows.list().isEmpty()) {
      json.unknown("signature");
    } else {
      json.objects("signature", rows.list(), SignatureJson::row);
    }
    json.text("signatureUnknown", rows.lack());
    json.truth("signatureVerified", false);
  }

  private static void row(Json json, SignatureRows.Row row) {
    Optional<CodeSignature> content =
        row.signature() instanceof Signature.Read read
            ? Optional.of(read.content())
            : Optional.empty();
    json.text("architecture", row.architecture())
        .text("state", state(row.signature()))
        .text(
            "explanation",
            row.signature() instanceof Signature.Unusable unusable
                ? Optional.of(unusable.explanation())
                : Optional.empty())
        .text("identifier", content.map(CodeSignature::identifier))
        .text("teamIdentifier", content.flatMap(CodeSignature::teamIdentifier))
        .truth("isAdHoc", content.map(CodeSignature::isAdHoc));
    names("flags", content.map(each -> each.best().flags()), json);
    names("hashes", content.map(CodeSignature::hashes), json);
    json.text("cdHash", content.map(each -> each.best().cdHash()))
        .truth("matchesBundle", content.map(CodeSignature::matchesBundle))
        .text("entitlements", content.flatMap(CodeSignature::entitlements));
    directories("codeDirectories", content.map(CodeSignature::directories), json);
    certificates(content.map(CodeSignature::certificates), json);
    flaws(content.map(CodeSignature::flaws), json);
  }

  private static String state(Signature signature) {
    if (signature instanceof Signature.Read) {
      return "READ";
    }
    return signature instanceof Signature.Unsigned ? "UNSIGNED" : "UNUSABLE";
  }

  private static void names(
      String member, Optional<? extends Set<? extends Enum<?>>> set, Json json) {
    if (set.isEmpty()) {
      json.unknown(member);
      return;
    }
    List<String> names = new ArrayList<>();
    set.get().forEach(each -> names.add(each.name()));
    json.texts(member, names);
  }

  private static void directories(
      String member, Optional<List<CodeDirectory>> directories, Json json) {
    if (directories.isEmpty()) {
      json.unknown(member);
    } else {
      json.objects(member, directories.get(), SignatureJson::directory);
    }
  }

  private static void directory(Json json, CodeDirectory directory) {
    json.text("hash", directory.hash().name())
        .text("cdHash", directory.cdHash())
        .number("flagBits", Integer.toUnsignedLong(directory.flagBits()))
        .text("pages", pages(directory.pages()))
        .number(
            "differingPages",
            directory.pages() instanceof PageCheck.Mismatch mismatch
                ? OptionalInt.of(mismatch.differing())
                : OptionalInt.empty())
        .object("covered", Optional.of(directory.slots()), SignatureJson::slots);
  }

  private static void slots(Json json, Map<SpecialSlot, SlotCheck> slots) {
    new TreeMap<>(slots).forEach((slot, check) -> json.text(slot.name(), check.name()));
  }

  private static String pages(PageCheck pages) {
    if (pages instanceof PageCheck.Match) {
      return "MATCH";
    }
    if (pages instanceof PageCheck.Mismatch) {
      return "MISMATCH";
    }
    return pages instanceof PageCheck.Impossible ? "IMPOSSIBLE" : "NOT_COMPARED";
  }

  /** None of an ad hoc signature; not known where they could not be read. */
  private static void certificates(Optional<Certificates> certificates, Json json) {
    Optional<Certificates.Read> read =
        certificates.filter(Certificates.Read.class::isInstance).map(Certificates.Read.class::cast);
    if (read.isPresent()) {
      json.objects("certificates", read.get().chain(), SignatureJson::certificate);
    } else if (certificates.filter(Certificates.None.class::isInstance).isPresent()) {
      json.texts("certificates", List.of());
    } else {
      json.unknown("certificates");
    }
    json.truth("leafIsForKexts", read.map(each -> each.leaf().isForKexts()))
        .truth("certificatesCarryKextMarks", read.map(Certificates.Read::carryKextMarks));
  }

  private static void certificate(Json json, SigningCertificate certificate) {
    json.text("commonName", certificate.commonName())
        .text("organizationalUnit", certificate.organizationalUnit())
        .text("subject", certificate.subject())
        .text("issuer", certificate.issuer())
        .text("serialNumber", certificate.serialNumber())
        .text("notBefore", certificate.notBefore().toString())
        .text("notAfter", certificate.notAfter().toString())
        .truth("isDeveloperIdApplication", certificate.isDeveloperIdApplication())
        .truth("isForKexts", certificate.isForKexts())
        .truth("isDeveloperIdAuthority", certificate.isDeveloperIdAuthority());
  }

  private static void flaws(Optional<List<Flaw>> flaws, Json json) {
    if (flaws.isEmpty()) {
      json.unknown("flaws");
      return;
    }
    List<String> texts = new ArrayList<>();
    flaws.get().forEach(flaw -> texts.add(flaw.explanation()));
    json.texts("flaws", texts);
  }
}
