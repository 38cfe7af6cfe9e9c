package io.github.kextmanager.testing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.testing.bundle.BundleContents;
import io.github.kextmanager.testing.bundle.BundleContents.Layout;
import io.github.kextmanager.testing.bundle.Executable;
import io.github.kextmanager.testing.bundle.Seal;
import io.github.kextmanager.testing.bundle.Signing;
import io.github.kextmanager.testing.bundle.Signing.Purpose;
import io.github.kextmanager.testing.disk.Disk;
import io.github.kextmanager.testing.disk.KextScript;
import io.github.kextmanager.testing.disk.KextScript.Hardware;
import io.github.kextmanager.testing.kernel.CpuType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A kext for a test: a real bundle, with a property list, an executable and a signature, and how
 * its code behaves on a simulated Mac.
 *
 * <pre>{@code
 * Path widget =
 *     mac.install(
 *         TestKext.named("com.example.driver.Widget")
 *             .version("1.2.3")
 *             .needing("com.apple.iokit.IOPCIFamily", "2.4")
 *             .signedBy("ABCDE12345")
 *             .holdsInstances("com_example_Widget", 1));
 * }</pre>
 *
 * <p>Without more it is called after the last part of its identifier, lies in {@code
 * /Library/Extensions}, has version 1.0.0, links against {@code com.apple.kpi.libkern}, has code
 * for every kind of processor with a UUID that follows from identifier and version, is signed by
 * the team {@link #TEAM} (by Apple if its identifier begins with {@code com.apple.}), and its code
 * behaves.
 *
 * <p>The executable is Mach-O with {@code kmod_info}, symbols and the oldest release it runs on, as
 * Apple's tools and this library read it; its routines do nothing. The signature has a code
 * directory with right hashes of the code, the property list and the resources, but no
 * cryptography, and certificates only if they are asked for: a simulated Mac takes its word, a real
 * one would not.
 *
 * <p>Immutable: every method that changes something returns another kext.
 *
 * @since 0.1.0
 */
public final class TestKext {
  /** The team that signs where a test does not name one. */
  public static final String TEAM = "TESTTEAM01";

  private static final String LIBRARIES = "OSBundleLibraries";
  private static final String PERSONALITIES = "IOKitPersonalities";
  private static final List<CpuType> EVERY_PROCESSOR =
      List.of(CpuType.I386, CpuType.X86_64, CpuType.ARM64E);

  private final BundleContents contents;

  private TestKext(BundleContents contents) {
    this.contents = contents;
  }

  /**
   * A kext.
   *
   * @param identifier its bundle identifier; any text, since a test may need a bad one
   * @return the kext
   */
  public static TestKext named(String identifier) {
    String name = identifier.substring(identifier.lastIndexOf('.') + 1).replaceAll("[^\\w-]", "_");
    Map<String, Object> info = new LinkedHashMap<>();
    info.put("CFBundleIdentifier", identifier);
    info.put("CFBundleName", name);
    info.put("CFBundlePackageType", "KEXT");
    info.put("CFBundleVersion", "1.0.0");
    info.put(BundleContents.EXECUTABLE, name);
    info.put(LIBRARIES, Map.of("com.apple.kpi.libkern", "8.0.0"));
    return new TestKext(
        new BundleContents(
            Path.of("/Library/Extensions", name + ".kext"),
            info,
            new Executable(
                EVERY_PROCESSOR, Optional.of(uuidOf(identifier, "1.0.0")), List.of(), List.of()),
            KextScript.PLAIN,
            Layout.STANDARD,
            identifier.startsWith("com.apple.") ? new Signing.Apple() : new Signing.Team(TEAM),
            Seal.INTACT));
  }

  /**
   * A kext that the kernel would take for one that is loaded: same identifier, version and UUID.
   *
   * @param kext a loaded kext
   * @return the kext
   */
  public static TestKext like(LoadedKext kext) {
    TestKext like = named(kext.identifier().value()).version(kext.version().text());
    return kext.uuid().map(like::uuid).orElseGet(like::withoutUuid);
  }

  /**
   * The same with another version, and the UUID that follows from it.
   *
   * @param version any text
   * @return the kext
   */
  public TestKext version(String version) {
    return property("CFBundleVersion", version).uuid(uuidOf(identifier().value(), version));
  }

  /**
   * The same as a library for others.
   *
   * @param oldest the oldest version of itself that it can stand in for
   * @return the kext
   */
  public TestKext compatibleFrom(String oldest) {
    return property("OSBundleCompatibleVersion", oldest);
  }

  /**
   * The same, needing one more library.
   *
   * @param identifier the bundle identifier of the library
   * @param version the version wanted
   * @return the kext
   */
  public TestKext needing(String identifier, String version) {
    return new TestKext(contents.withEntry(LIBRARIES, identifier, version));
  }

  TestKext entry(String dictionary, String key, String value) {
    return new TestKext(contents.withEntry(dictionary, key, value));
  }

  /**
   * The same with one more personality.
   *
   * @param name its name
   * @param ioClass the class of the driver
   * @param providerClass the class of what it drives
   * @return the kext
   */
  public TestKext personality(String name, String ioClass, String providerClass) {
    return new TestKext(
        contents.withEntry(
            PERSONALITIES, name, Map.of("IOClass", ioClass, "IOProviderClass", providerClass)));
  }

  /**
   * The same with hardware for it in the Mac, so that it is started with the Mac once it may be.
   *
   * @return the kext
   */
  public TestKext matchesHardware() {
    return with(script().with(Hardware.PRESENT));
  }

  /**
   * The same without code: property list and personalities alone. It is never listed as loaded.
   *
   * @return the kext
   */
  public TestKext codeless() {
    return without(BundleContents.EXECUTABLE).without(LIBRARIES);
  }

  /**
   * The same, which users may load too, if all that it needs says so as well.
   *
   * @return the kext
   */
  public TestKext loadableByUsers() {
    return property("OSBundleAllowUserLoad", true);
  }

  /**
   * The same with a text in its property list.
   *
   * @param key the key
   * @param value the text
   * @return the kext
   */
  public TestKext property(String key, String value) {
    return new TestKext(contents.with(key, value));
  }

  /**
   * The same with a boolean in its property list.
   *
   * @param key the key
   * @param value the value
   * @return the kext
   */
  public TestKext property(String key, Boolean value) {
    return new TestKext(contents.with(key, value));
  }

  /**
   * The same without a key in its property list.
   *
   * @param key the key
   * @return the kext
   */
  public TestKext without(String key) {
    return new TestKext(contents.without(key));
  }

  /**
   * The same with another UUID.
   *
   * @param uuid the UUID of its code
   * @return the kext
   */
  public TestKext uuid(UUID uuid) {
    return with(contents.code().with(Optional.of(uuid)));
  }

  /**
   * The same without a UUID.
   *
   * @return the kext
   */
  public TestKext withoutUuid() {
    return with(contents.code().with(Optional.empty()));
  }

  /**
   * The same with code for one processor only.
   *
   * @param chip the processor
   * @return the kext
   */
  public TestKext onlyFor(Chip chip) {
    return with(contents.code().with(List.of(chip.cpu())));
  }

  /**
   * The same with code that needs a symbol of a library. Nothing is linked on a simulated Mac.
   *
   * @param symbol its name as the linker has it, such as {@code _IOLog}
   * @return the kext
   */
  public TestKext importing(String symbol) {
    return with(contents.code().importing(symbol));
  }

  /**
   * The same with code that defines a symbol for others.
   *
   * @param symbol its name as the linker has it
   * @return the kext
   */
  public TestKext exporting(String symbol) {
    return with(contents.code().exporting(symbol));
  }

  /**
   * The same in another place.
   *
   * @param bundle the absolute path of the bundle on the Mac
   * @return the kext
   */
  public TestKext at(Path bundle) {
    return new TestKext(contents.at(bundle));
  }

  /**
   * The same with property list and executable at the top of the bundle, as some kexts of Apple
   * have it.
   *
   * @return the kext
   */
  public TestKext flat() {
    return new TestKext(contents.with(Layout.FLAT));
  }

  /**
   * The same, signed by a team.
   *
   * @param team the team identifier
   * @return the kext
   */
  public TestKext signedBy(String team) {
    return new TestKext(contents.with(new Signing.Team(team)));
  }

  /**
   * The same, signed by a team, with the certificates of a Developer ID for kexts: by their marks
   * they are what macOS asks for, and no authority has issued them.
   *
   * @param team the team identifier
   * @return the kext
   */
  public TestKext certifiedFor(String team) {
    return new TestKext(contents.with(new Signing.Certified(team, Purpose.KEXTS)));
  }

  /**
   * The same, signed by a team, with the certificates of a Developer ID that may not sign kexts.
   *
   * @param team the team identifier
   * @return the kext
   */
  public TestKext certifiedForApplicationsAlone(String team) {
    return new TestKext(contents.with(new Signing.Certified(team, Purpose.APPLICATIONS)));
  }

  /**
   * The same, signed by nobody: no hashes at all.
   *
   * @return the kext
   */
  public TestKext unsigned() {
    return new TestKext(contents.with(new Signing.Unsigned()));
  }

  /**
   * The same, signed ad hoc: with hashes, but by nobody.
   *
   * @return the kext
   */
  public TestKext adHocSigned() {
    return new TestKext(contents.with(new Signing.AdHoc()));
  }

  /**
   * The same, with code that was changed after it was signed; without code the property list was.
   *
   * @return the kext
   */
  public TestKext tampered() {
    return new TestKext(contents.with(Seal.BROKEN));
  }

  /**
   * The same with a start routine that fails.
   *
   * @param code what it returns, not 0
   * @return the kext
   */
  public TestKext startFails(int code) {
    return with(script().with(script().code().withStartReturn(code)));
  }

  /**
   * The same with a stop routine that fails.
   *
   * @param code what it returns, not 0
   * @return the kext
   */
  public TestKext stopFails(int code) {
    return with(script().with(script().code().withStopReturn(code)));
  }

  /**
   * The same with live instances of a class from the start on, which no termination of services
   * removes: something holds them.
   *
   * @param className the class
   * @param count how many
   * @return the kext
   */
  public TestKext holdsInstances(String className, int count) {
    return with(script().with(script().code().withInstances(className, count)));
  }

  /**
   * The same, unloaded by the kernel a minute after anything was loaded or unloaded if nobody uses
   * it, as a driver without a device is.
   *
   * @return the kext
   */
  public TestKext unloadsWhenIdle() {
    return with(script().with(script().code().unloadingWhenIdle()));
  }

  /**
   * The same with a service that refuses to terminate.
   *
   * @return the kext
   */
  public TestKext refusesTermination() {
    return with(script().with(script().code().refusingTermination()));
  }

  /**
   * Its bundle identifier.
   *
   * @return the identifier
   */
  public BundleIdentifier identifier() {
    return BundleIdentifier.reported(contents.identifier());
  }

  /**
   * Where it will lie.
   *
   * @return the absolute path of the bundle on the Mac
   */
  public Path path() {
    return contents.path();
  }

  /**
   * Writes the bundle below any folder, without a simulated Mac. Its files belong to whoever runs
   * the test.
   *
   * @param root an existing folder, which stands for {@code /}
   * @return where the bundle lies on the machine that runs the test
   * @throws UncheckedIOException if there is no such folder, or it cannot be written to
   */
  public Path writeTo(Path root) {
    try {
      Path real = root.toRealPath();
      var disk = new Disk(() -> real);
      writeTo(disk);
      return disk.real(path());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void writeTo(Disk disk) {
    contents.writeTo(disk);
  }

  private KextScript script() {
    return contents.script();
  }

  private TestKext with(Executable changed) {
    return new TestKext(contents.with(changed));
  }

  private TestKext with(KextScript changed) {
    return new TestKext(contents.with(changed));
  }

  private static UUID uuidOf(String identifier, String version) {
    return UUID.nameUUIDFromBytes((identifier + " " + version).getBytes(StandardCharsets.UTF_8));
  }
}
