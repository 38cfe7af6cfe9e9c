package io.github.kextmanager.dependency;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.VersionGrammar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A kext without a bundle: valid, authentic, a 64-bit library of version 1.0 of its own. */
final class KextFixture implements RepositoryKext {
  private final String name;
  private final List<LibraryRequest> libraries = new ArrayList<>();
  private DeclaredVersion version = version("1.0");
  private DeclaredVersion compatibleVersion = version("1.0");
  private Optional<UUID> uuid = Optional.empty();
  private boolean isValid = true;
  private boolean isKernelComponent;
  private boolean isInterface;
  private boolean hasCode = true;

  private KextFixture(String name) {
    this.name = name;
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
    compatibleVersion = DeclaredVersion.MISSING;
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

  private static DeclaredVersion version(String text) {
    return DeclaredVersion.of(text, VersionGrammar.MODERN);
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
    return BundleIdentifier.reported(name.replaceAll("@.*", ""));
  }

  @Override
  public DeclaredVersion version() {
    return version;
  }

  @Override
  public DeclaredVersion compatibleVersion() {
    return compatibleVersion;
  }

  @Override
  public List<LibraryRequest> libraries() {
    return libraries;
  }

  @Override
  public boolean isValid() {
    return isValid;
  }

  @Override
  public boolean isAuthentic() {
    return true;
  }

  @Override
  public boolean isLoadableInSafeBoot() {
    return true;
  }

  @Override
  public boolean isKernelComponent() {
    return isKernelComponent;
  }

  @Override
  public boolean isInterface() {
    return isInterface;
  }

  @Override
  public boolean declaresExecutable() {
    return hasCode;
  }

  @Override
  public boolean supportsArchitecture() {
    return true;
  }

  @Override
  public Optional<String> required() {
    return Optional.empty();
  }

  @Override
  public List<String> copyrights() {
    return List.of();
  }

  @Override
  public Optional<UUID> uuid() {
    return uuid;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
