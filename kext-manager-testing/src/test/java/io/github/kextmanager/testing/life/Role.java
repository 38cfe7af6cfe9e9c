package io.github.kextmanager.testing.life;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.library.ExtensionFolders;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The kexts of a random life, each with a nature of its own. */
enum Role {
  BASE,
  PLUG,
  LEAF,
  IDLE,
  EARLY,
  HELD,
  CODELESS,
  UNSIGNED,
  STUBBORN,
  FAILING,
  ELSEWHERE;

  static final List<BundleIdentifier> IDENTIFIERS =
      Stream.of(values()).map(Role::identifier).toList();

  private static final String VENDOR = "com.example.driver.";

  static Role of(BundleIdentifier identifier) {
    return valueOf(identifier.value().substring(VENDOR.length()));
  }

  BundleIdentifier identifier() {
    return BundleIdentifier.of("com.example.driver." + name());
  }

  Path path(MacOsVersion release) {
    Path folder =
        this == ELSEWHERE ? Path.of("/Users/tester/Drivers") : ExtensionFolders.ofOthers(release);
    return folder.resolve(name() + ".kext");
  }

  TestKext bundle(MacOsVersion release, String version) {
    TestKext bundle =
        TestKext.named(identifier().value())
            .version(version)
            .compatibleFrom("1.0")
            .at(path(release));
    return switch (this) {
      case BASE, ELSEWHERE -> bundle;
      case PLUG -> bundle.needing(BASE.identifier().value(), "1.0");
      case LEAF -> bundle.needing(PLUG.identifier().value(), "1.0").matchesHardware();
      case IDLE -> bundle.needing(BASE.identifier().value(), "1.0").unloadsWhenIdle();
      case EARLY ->
          bundle.needing(BASE.identifier().value(), "1.0").property("OSBundleRequired", "Root");
      case HELD -> bundle.holdsInstances("com_example_Held", 2);
      case CODELESS -> bundle.codeless();
      case UNSIGNED -> bundle.unsigned();
      case STUBBORN -> bundle.stopFails(5);
      case FAILING -> bundle.startFails(5);
    };
  }
}
