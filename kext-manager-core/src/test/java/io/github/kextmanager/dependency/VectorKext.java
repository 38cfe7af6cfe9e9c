package io.github.kextmanager.dependency;

import com.google.gson.JsonObject;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.plist.PlistBoolean;
import io.github.kextmanager.plist.PlistDict;
import io.github.kextmanager.plist.PlistString;
import io.github.kextmanager.plist.PlistValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** A kext of a vector: its libraries from the property list, the judgement of it from Apple. */
final class VectorKext implements RepositoryKext {
  private final Path path;
  private final PlistDict plist;
  private final Optional<JsonObject> judged;
  private final TargetMac mac;

  /**
   * A kext.
   *
   * @param judged what Apple's library says of it; nothing of the usual kexts, which are in order
   */
  VectorKext(Path path, PlistDict plist, Optional<JsonObject> judged, TargetMac mac) {
    this.path = path;
    this.plist = plist;
    this.judged = judged;
    this.mac = mac;
  }

  private Optional<PlistValue> value(String key) {
    Architecture generic = mac.architecture().generic();
    return key.startsWith("OS")
        ? plist.get(key + "_" + generic).or(() -> plist.get(key))
        : plist.get(key);
  }

  private Optional<String> text(String key) {
    return value(key)
        .filter(PlistString.class::isInstance)
        .map(text -> ((PlistString) text).value());
  }

  private boolean flag(String member, boolean otherwise) {
    return judged
        .filter(json -> json.get(member).isJsonPrimitive())
        .map(json -> json.get(member).getAsBoolean())
        .orElse(otherwise);
  }

  private DeclaredVersion version(String key) {
    return text(key)
        .map(text -> DeclaredVersion.of(text, mac.versions()))
        .orElse(DeclaredVersion.MISSING);
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public String shownPath() {
    return path.toString();
  }

  @Override
  public BundleIdentifier identifier() {
    return BundleIdentifier.reported(
        judged
            .map(json -> json.get("identifier").getAsString())
            .orElseGet(() -> text("CFBundleIdentifier").orElseThrow()));
  }

  @Override
  public DeclaredVersion version() {
    return version("CFBundleVersion");
  }

  @Override
  public DeclaredVersion compatibleVersion() {
    return version("OSBundleCompatibleVersion");
  }

  @Override
  public List<LibraryRequest> libraries() {
    List<LibraryRequest> requests = new ArrayList<>();
    value("OSBundleLibraries")
        .filter(PlistDict.class::isInstance)
        .map(libraries -> ((PlistDict) libraries).entries())
        .ifPresent(
            entries ->
                entries.forEach(
                    (identifier, version) ->
                        requests.add(
                            new LibraryRequest(
                                BundleIdentifier.reported(identifier),
                                version instanceof PlistString text
                                    ? DeclaredVersion.of(text.value(), mac.versions())
                                    : DeclaredVersion.MISSING))));
    requests.sort(Comparator.comparing(LibraryRequest::identifier));
    return requests;
  }

  @Override
  public boolean isValid() {
    return flag("validate", true);
  }

  @Override
  public boolean isAuthentic() {
    return flag("authenticate", true);
  }

  @Override
  public boolean isLoadableInSafeBoot() {
    return flag("isLoadableInSafeBoot", true);
  }

  @Override
  public boolean isKernelComponent() {
    return flag(
        "isKernelComponent",
        value("OSKernelResource").filter(new PlistBoolean(true)::equals).isPresent());
  }

  @Override
  public boolean isInterface() {
    return flag("isInterface", isKernelComponent());
  }

  @Override
  public boolean declaresExecutable() {
    return flag("declaresExecutable", text("CFBundleExecutable").isPresent());
  }

  @Override
  public boolean supportsArchitecture() {
    return flag("supportsArchitecture", true);
  }

  @Override
  public Optional<String> required() {
    return text("OSBundleRequired");
  }

  @Override
  public List<String> copyrights() {
    return Stream.of("CFBundleGetInfoString", "NSHumanReadableCopyright")
        .flatMap(key -> text(key).stream())
        .toList();
  }

  @Override
  public Optional<UUID> uuid() {
    return Optional.empty();
  }

  /** Returns the path. */
  @Override
  public String toString() {
    return path.toString();
  }
}
