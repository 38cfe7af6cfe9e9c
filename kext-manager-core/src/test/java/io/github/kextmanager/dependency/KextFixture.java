package io.github.kextmanager.dependency;

import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.KextFacts;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.PackedVersion;
import io.github.kextmanager.model.VersionGrammar;
import io.github.kextmanager.validation.Authentication;
import io.github.kextmanager.validation.FirstLook;
import io.github.kextmanager.validation.KextExecutable;
import io.github.kextmanager.validation.Validation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A kext without a bundle: valid, authentic, a 64-bit library of version 1.0 of its own. */
final class KextFixture implements RepositoryKext {
  private final String name;
  private final BundleIdentifier identifier;
  private final List<LibraryRequest> libraries = new ArrayList<>();
  private PackedVersion version = version("1.0");
  private PackedVersion compatibleVersion = version("1.0");
  private Optional<UUID> uuid = Optional.empty();
  private boolean isValid = true;
  private boolean isKernelComponent;
  private boolean isInterface;
  private boolean hasCode = true;

  private KextFixture(String name) {
    this.name = name;
    this.identifier = BundleIdentifier.reported(name.split("@", 2)[0]);
  }

  static KextFixture kext(String name) {
    return new KextFixture(name);
  }

  KextFixture needsVersion(String identifier, String version) {
    libraries.add(new LibraryRequest(BundleIdentifier.reported(identifier), version(version)));
    libraries.sort(Comparator.comparing(LibraryRequest::identifier));
    return this;
  }

  KextFixture needs(String... identifiers) {
    for (String identifier : identifiers) {
      needsVersion(identifier, "1.0");
    }
    return this;
  }

  KextFixture version(String version, String compatibleVersion) {
    this.version = version(version);
    this.compatibleVersion = version(compatibleVersion);
    return this;
  }

  KextFixture noLibrary() {
    compatibleVersion = PackedVersion.missing(VersionGrammar.MODERN);
    return this;
  }

  KextFixture invalid() {
    isValid = false;
    return this;
  }

  KextFixture codeless() {
    hasCode = false;
    return this;
  }

  KextFixture kernelComponent() {
    isKernelComponent = true;
    isInterface = true;
    return this;
  }

  KextFixture interfaceKext() {
    isInterface = true;
    return this;
  }

  KextFixture uuid(UUID uuid) {
    this.uuid = Optional.of(uuid);
    return this;
  }

  private static PackedVersion version(String text) {
    return VersionGrammar.MODERN
        .fromPropertyList(text)
        .map(VersionGrammar.MODERN::pack)
        .orElse(PackedVersion.invalid(VersionGrammar.MODERN));
  }

  @Override
  public Path path() {
    return Path.of("/Library/Extensions/" + name + ".kext");
  }

  @Override
  public String shownPath() {
    return path().toString();
  }

  @Override
  public BundleIdentifier identifier() {
    return identifier;
  }

  @Override
  public KextBundle bundle() {
    throw new UnsupportedOperationException(name + " has no bundle");
  }

  @Override
  public KextFacts facts() {
    return new KextFacts(
        version,
        compatibleVersion,
        false,
        isKernelComponent,
        isInterface,
        hasCode,
        false,
        Optional.empty(),
        Map.of());
  }

  @Override
  public Validation validation() {
    var executable =
        new KextExecutable(KextExecutable.Status.KEXT_CODE, Optional.of(List.of()), true, uuid);
    return new Validation(isValid, true, executable, List.of(), new FirstLook(isValid, List.of()));
  }

  @Override
  public Authentication authentication() {
    return new Authentication(true, List.of(), List.of());
  }

  @Override
  public List<LibraryRequest> libraries() {
    return libraries;
  }

  @Override
  public Optional<String> required() {
    return Optional.empty();
  }

  @Override
  public List<String> copyrights() {
    return List.of();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
