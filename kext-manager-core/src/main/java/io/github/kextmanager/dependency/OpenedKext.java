package io.github.kextmanager.dependency;

import com.google.common.base.Suppliers;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.bundle.KextKey;
import io.github.kextmanager.bundle.Property;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.validation.Authentication;
import io.github.kextmanager.validation.Authenticator;
import io.github.kextmanager.validation.Validation;
import io.github.kextmanager.validation.Validator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** A kext with a bundle on disk. */
final class OpenedKext implements RepositoryKext {
  private final KextBundle bundle;
  private final BundleIdentifier identifier;
  private final TargetMac mac;
  private final KextFacts facts;
  private final List<LibraryRequest> libraries;
  private final Supplier<Validation> validation;
  private final Supplier<Authentication> authentication;

  OpenedKext(KextBundle bundle, TargetMac mac, Validator validator, Authenticator authenticator) {
    this.bundle = bundle;
    this.identifier = bundle.identifier();
    this.mac = mac;
    this.facts = bundle.on(mac);
    this.libraries = libraries(facts, mac.versions());
    this.validation = Suppliers.memoize(() -> validator.validate(bundle));
    this.authentication = Suppliers.memoize(() -> authenticator.authenticate(bundle));
  }

  private static List<LibraryRequest> libraries(KextFacts facts, VersionGrammar grammar) {
    return facts.libraries().entrySet().stream()
        .map(
            entry ->
                new LibraryRequest(
                    BundleIdentifier.reported(entry.getKey()), version(entry.getValue(), grammar)))
        .toList();
  }

  private static PackedVersion version(Property<String> text, VersionGrammar grammar) {
    return text.asOptional()
        .flatMap(grammar::fromPropertyList)
        .map(grammar::pack)
        .orElseGet(() -> PackedVersion.invalid(grammar));
  }

  @Override
  public KextBundle bundle() {
    return bundle;
  }

  @Override
  public BundleIdentifier identifier() {
    return identifier;
  }

  @Override
  public KextFacts facts() {
    return facts;
  }

  @Override
  public Validation validation() {
    return validation.get();
  }

  @Override
  public Authentication authentication() {
    return authentication.get();
  }

  @Override
  public List<LibraryRequest> libraries() {
    return libraries;
  }

  @Override
  public Optional<String> required() {
    return bundle.properties().get(KextKey.REQUIRED, mac.architecture()).asOptional();
  }

  @Override
  public List<String> copyrights() {
    return Stream.of(KextKey.INFO_STRING, KextKey.COPYRIGHT)
        .flatMap(key -> bundle.properties().get(key).asOptional().stream())
        .toList();
  }

  /** Returns its path. */
  @Override
  public String toString() {
    return path().toString();
  }
}
