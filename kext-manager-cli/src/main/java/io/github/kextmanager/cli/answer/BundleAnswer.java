package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.BootRequirement;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.bundle.Property;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.validation.KextExecutable;
import io.github.kextmanager.validation.PersonalitiesAsSent;
import io.github.kextmanager.validation.SignatureReader;
import io.github.kextmanager.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a bundle is. */
public final class BundleAnswer {
  private final TargetMac mac;
  private final Validator validator;
  private final PersonalitiesAsSent personalities;
  private final SignatureReader signatures;
  private final Console console;

  /** Answers on a console, for a Mac whose files are below a root. */
  public BundleAnswer(Path root, TargetMac mac, Console console) {
    this.mac = mac;
    this.validator = new Validator(root, mac);
    this.personalities = new PersonalitiesAsSent(root, mac);
    this.signatures = new SignatureReader(root);
    this.console = console;
  }

  /** Says what a bundle is, and which plug-ins are in it. */
  public void answer(KextBundle bundle, List<KextBundle> plugIns, Format format) {
    KextFacts facts = bundle.on(mac);
    KextExecutable executable = validator.executable(bundle);
    List<PlistDict> sent = personalities.of(bundle);
    if (format == Format.JSON) {
      write(bundle, facts, executable, sent, plugIns);
    } else {
      print(bundle, facts, executable, sent, plugIns);
    }
  }

  /** Says why something is no bundle of a kext. */
  public void refuse(OpeningRefusal refusal, Format format) {
    if (format == Format.JSON) {
      console
          .json()
          .text("file", refusal.path().toString())
          .text("error", refusal.explanation())
          .end();
    }
    console.complain("kextm: " + refusal.explanation());
  }

  private void write(
      KextBundle bundle,
      KextFacts facts,
      KextExecutable executable,
      List<PlistDict> sent,
      List<KextBundle> plugIns) {
    Json json = console.json();
    json.text("path", bundle.location().toString())
        .text("identifier", bundle.identifier().value())
        .text("version", facts.version().printed())
        .text("compatibleVersion", facts.compatibleVersion().printed())
        .text("container", bundle.container().map(Path::toString))
        .text("layout", bundle.layout().name())
        .truth("isCodeless", bundle.isCodeless())
        .truth("isKernelComponent", facts.isKernelComponent())
        .text("required", facts.required().map(BootRequirement::text))
        .text("executable", bundle.executable())
        .text("executableStatus", executable.status().name());
    EvaluationJson.executable(executable, json);
    json.object("libraries", Optional.of(libraries(facts)), BundleAnswer::versions)
        .plists("personalities", sent)
        .texts("plugIns", paths(plugIns))
        .text("kernelRefusal", bundle.kernelRefusal());
    SignatureJson.write(signature(bundle), json);
    json.end();
  }

  private static void versions(Json json, Map<String, String> libraries) {
    libraries.forEach(json::text);
  }

  private void print(
      KextBundle bundle,
      KextFacts facts,
      KextExecutable executable,
      List<PlistDict> sent,
      List<KextBundle> plugIns) {
    console.print(bundle.location().toString());
    console.print("  identifier: " + bundle.identifier());
    console.print("  version: " + facts.version().printed());
    console.print("  stands in for versions from: " + facts.compatibleVersion().printed());
    bundle.container().ifPresent(path -> console.print("  inside of: " + path));
    facts.required().ifPresent(when -> console.print("  required: " + when.text()));
    print(bundle, executable);
    SignatureText.of(signature(bundle)).forEach(console::print);
    libraries(facts).forEach((name, version) -> console.print("  needs: " + name + " " + version));
    sent.forEach(personality -> console.print("  drives: " + driven(personality)));
    plugIns.forEach(plugIn -> console.print("  plug-in: " + plugIn.location()));
    bundle.kernelRefusal().ifPresent(why -> console.print("  Info.plist: " + why));
  }

  private void print(KextBundle bundle, KextExecutable executable) {
    if (bundle.executable().isEmpty()) {
      console.print("  executable: none of its own");
      return;
    }
    List<String> names = new ArrayList<>();
    for (Architecture each : executable.architectures().orElse(List.of())) {
      names.add(each.name());
    }
    console.print(
        "  executable: %s (%s%s)"
            .formatted(
                bundle.executable().get(),
                clause(executable.status()),
                names.isEmpty() ? "" : ": " + String.join(", ", names)));
    executable.uuid().ifPresent(uuid -> console.print("  uuid: " + uuid));
  }

  private String clause(KextExecutable.Status status) {
    return switch (status) {
      case NOT_DECLARED -> "not for the kernel";
      case NOT_FOUND -> "missing";
      case NOT_A_FILE -> "no file";
      case NOT_READABLE -> "not readable";
      case NOT_MACH_O -> "no Mach-O file";
      case NO_KEXT_CODE -> "not the code of a kext";
      case OTHER_ARCHITECTURE -> "no code for " + mac.architecture();
      case KEXT_CODE -> "the code of a kext";
    };
  }

  private SignatureRows signature(KextBundle bundle) {
    return SignatureRows.of(signatures.read(bundle));
  }

  private static String driven(PlistDict personality) {
    return text(personality, "IOClass") + " on " + text(personality, "IOProviderClass");
  }

  private static String text(PlistDict personality, String key) {
    return personality.get(key, PlistString.class).map(PlistString::value).orElse("?");
  }

  private static Map<String, String> libraries(KextFacts facts) {
    Map<String, String> libraries = new TreeMap<>();
    for (Map.Entry<String, Property<String>> entry : facts.libraries().entrySet()) {
      libraries.put(entry.getKey(), entry.getValue().asOptional().orElse(""));
    }
    return libraries;
  }

  private static List<String> paths(List<KextBundle> bundles) {
    List<String> paths = new ArrayList<>();
    bundles.forEach(bundle -> paths.add(bundle.location().toString()));
    return paths;
  }
}
