package io.github.kextmanager.validation;

import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.bundle.Personality;
import io.github.kextmanager.bundle.Property;
import io.github.kextmanager.bundle.PropertyType;
import io.github.kextmanager.model.BundleIdentifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for {@code IOKitPersonalities} (IOKitUser, OSKext.c). */
final class PersonalitiesCheck {
  private static final KeyPath PATH = KeyPath.of(KextKey.PERSONALITIES);

  private final KextOnMac kext;
  private final String identifier;
  private final Findings findings;

  PersonalitiesCheck(KextOnMac kext, Findings findings) {
    this.kext = kext;
    this.identifier = kext.bundle().identifier().value();
    this.findings = findings;
  }

  void check() {
    new PropertyCheck(findings)
        .check(property(), KextKey.PERSONALITIES.type(), Demand.NONE, PATH)
        .orElse(Map.of())
        .forEach(this::personality);
  }

  /** What is looked at already when a kext is opened: whether one of them asks for debugging. */
  void checkDebugging() {
    var check = new PropertyCheck(findings);
    check
        .check(property(), KextKey.PERSONALITIES.type(), Demand.NONE, PATH)
        .orElse(Map.of())
        .forEach(
            (name, property) ->
                property
                    .asOptional()
                    .ifPresent(
                        personality ->
                            check.check(
                                personality.debug(),
                                PropertyType.NUMBER,
                                Demand.NONE,
                                PATH.below(name).below("IOKitDebug"))));
  }

  private Property<Map<String, Property<Personality>>> property() {
    return kext.get(KextKey.PERSONALITIES);
  }

  private void personality(String name, Property<Personality> property) {
    KeyPath path = PATH.below(name);
    var check = new PropertyCheck(findings);
    check
        .check(property, PropertyType.PERSONALITIES, Demand.NONE, path)
        .ifPresent(personality -> keys(name, personality, path, check));
  }

  private void keys(String name, Personality personality, KeyPath path, PropertyCheck check) {
    check
        .check(
            personality.identifier(),
            PropertyType.TEXT,
            Demand.NOT_EMPTY,
            path.below("CFBundleIdentifier"))
        .filter(named -> !named.equals(identifier))
        .ifPresent(
            named ->
                findings.note(
                    Finding.named(Diagnostic.PERSONALITY_OF_ANOTHER, name).withFound(named)));
    if (personality.identifier().isAbsent()) {
      findings.note(Finding.named(Diagnostic.PERSONALITY_WITHOUT_IDENTIFIER, name));
    }
    if (kext.facts().isDriverExtension() && personality.kernelIdentifier().isAbsent()) {
      findings.note(Finding.named(Diagnostic.DRIVER_KERNEL_IDENTIFIER_MISSING, name));
    }
    Optional<String> ioClass = necessary(personality.ioClass(), "IOClass", path, check);
    Optional<String> provider =
        necessary(personality.providerClass(), "IOProviderClass", path, check);
    check.check(personality.debug(), PropertyType.NUMBER, Demand.NONE, path.below("IOKitDebug"));
    if (kext.has(Since.LION)) {
      check.checkLoosely(personality.probeScore(), PropertyType.NUMBER, path.below("IOProbeScore"));
    }
    if (provider.filter("IOResources"::equals).isPresent()) {
      check
          .check(
              personality.matchCategory(),
              PropertyType.TEXT,
              Demand.NONE,
              path.below("IOMatchCategory"))
          .filter(category -> !Optional.of(category).equals(ioClass))
          .ifPresent(
              category ->
                  findings.note(
                      Finding.named(Diagnostic.RESOURCE_MATCH, name).withFound(category)));
    }
  }

  private static Optional<String> necessary(
      Property<String> property, String key, KeyPath path, PropertyCheck check) {
    return check.check(property, PropertyType.TEXT, Demand.NECESSARY, path.below(key));
  }

  /** What is found of the kexts that the personalities name. */
  List<Finding> targets(PersonalityTargets targets) {
    List<Finding> found = new ArrayList<>();
    property()
        .asOptional()
        .orElse(Map.of())
        .forEach(
            (name, property) ->
                property
                    .asOptional()
                    .flatMap(personality -> personality.identifier().asOptional())
                    .filter(text -> !text.isEmpty() && !text.equals(identifier))
                    .flatMap(text -> target(name, text, targets))
                    .ifPresent(found::add));
    return found;
  }

  private static Optional<Finding> target(
      String personality, String identifier, PersonalityTargets targets) {
    Optional<Diagnostic> diagnostic =
        switch (targets.find(BundleIdentifier.reported(identifier))) {
          case NOT_FOUND -> Optional.of(Diagnostic.PERSONALITY_TARGET_NOT_FOUND);
          case WITHOUT_CODE -> Optional.of(Diagnostic.PERSONALITY_TARGET_WITHOUT_CODE);
          case NOT_LOADABLE -> Optional.of(Diagnostic.PERSONALITY_TARGET_NOT_LOADABLE);
          case LOADABLE -> Optional.empty();
        };
    return diagnostic.map(
        kind -> Finding.named(kind, "'%s' -> '%s'".formatted(personality, identifier)));
  }
}
