package io.github.kextmanager.testing.life;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.KextProfile;
import io.github.kextmanager.testing.Recovery;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** What people, organisations and time do to a Mac. */
final class Happenings {
  private static final List<String> VERSIONS = List.of("1.0", "1.0", "1.0.1", "2.0");
  private static final List<BootMode> MODES =
      List.of(BootMode.NORMAL, BootMode.NORMAL, BootMode.SAFE);
  private static final List<String> RELEASES =
      List.of("10.7.5", "10.10.5", "10.12.6", "10.13.6", "10.15.7", "11.6", "13.6", "15.7", "27.0");
  private static final KextProfile PROFILE = KextProfile.create();
  private static final String DEVICE = "com_example_Device";

  /** The more often one is here, the oftener it happens. */
  static final List<Consumer<Life>> ALL =
      List.of(
          Happenings::makeReady,
          Happenings::makeReady,
          Happenings::install,
          Happenings::install,
          Happenings::install,
          Happenings::delete,
          Happenings::changeMode,
          Happenings::approve,
          Happenings::approve,
          Happenings::approveTeam,
          Happenings::deny,
          Happenings::restart,
          Happenings::goThroughRecovery,
          Happenings::upgrade,
          Happenings::installProfile,
          Happenings::removeProfile,
          Happenings::passTime,
          Happenings::openDevice,
          Happenings::closeDevice);

  private Happenings() {}

  /** Without it, most requests would be refused for one and the same reason. */
  private static void makeReady(Life life) {
    life.tell("install everything in version 1.0, allow it and restart");
    for (Role role : Role.values()) {
      life.mac().install(role.bundle(life.release(), "1.0"));
      life.mac().changeMode(role.path(life.release()), 0755);
      life.mac().approve(role.identifier());
    }
    life.mac().restart(BootMode.NORMAL);
  }

  private static void install(Life life) {
    BundleIdentifier kext = life.anyKext();
    String version = life.any(VERSIONS);
    TestKext bundle = Role.of(kext).bundle(life.release(), version);
    boolean isOtherBuild = life.random().nextInt(5) == 0;
    life.tell("install %s %s%s".formatted(kext, version, isOtherBuild ? ", another build" : ""));
    life.mac().install(isOtherBuild ? bundle.uuid(new UUID(1, life.random().nextInt(2))) : bundle);
  }

  private static void delete(Life life) {
    Path bundle = life.path(life.anyKext());
    life.tell("delete %s".formatted(bundle));
    life.machine().disk().deleteFolder(bundle);
  }

  private static void changeMode(Life life) {
    Path bundle = life.path(life.anyKext());
    int mode = life.any(List.of(0755, 0755, 0777));
    if (Files.exists(life.mac().root().resolve(bundle.toString().substring(1)))) {
      life.tell("chmod %o %s".formatted(mode, bundle));
      life.mac().changeMode(bundle, mode);
    }
  }

  private static void approve(Life life) {
    BundleIdentifier kext = life.anyKext();
    life.tell("approve %s".formatted(kext));
    life.mac().approve(kext);
  }

  private static void approveTeam(Life life) {
    life.tell("approve the team");
    life.mac().approveTeam(TestKext.TEAM);
  }

  private static void deny(Life life) {
    BundleIdentifier kext = life.anyKext();
    life.tell("deny %s".formatted(kext));
    life.mac().deny(kext);
  }

  private static void restart(Life life) {
    BootMode mode = life.any(MODES);
    life.tell("restart %s".formatted(mode));
    life.mac().restart(mode);
  }

  private static void goThroughRecovery(Life life) {
    int choice = life.random().nextInt(5);
    Consumer<Recovery> change =
        switch (choice) {
          case 0 -> Recovery::disableIntegrityProtection;
          case 1 -> Recovery::enableIntegrityProtection;
          case 2 -> Recovery::disableKextConsent;
          case 3 -> Recovery::enableKextConsent;
          default -> Recovery::forgetKexts;
        };
    life.tell("go through recovery, choice %d".formatted(choice));
    life.mac().restartThroughRecovery(change);
  }

  /** Once in a while, or every life would end on the last release. */
  private static void upgrade(Life life) {
    Optional<MacOsVersion> newer =
        RELEASES.stream()
            .map(MacOsVersion::parse)
            .filter(each -> each.compareTo(life.release()) > 0)
            .findFirst();
    if (newer.isPresent() && life.random().nextInt(8) == 0) {
      try {
        life.mac().upgrade(newer.get());
        life.tell("upgrade to %s".formatted(newer.get()));
      } catch (IllegalArgumentException doesNotRunThere) {
        life.tell("no upgrade to %s".formatted(newer.get()));
      }
    }
  }

  private static void installProfile(Life life) {
    BundleIdentifier kext = life.anyKext();
    life.tell("MDM allows %s".formatted(kext));
    life.mac().policy().mdm().install(PROFILE.allowingKext(TestKext.TEAM, kext));
  }

  private static void removeProfile(Life life) {
    life.tell("MDM allows nothing");
    life.mac().policy().mdm().remove(PROFILE);
  }

  private static void passTime(Life life) {
    int minutes = life.any(List.of(1, 1, 5, 31));
    life.tell("%d minutes pass".formatted(minutes));
    life.mac().advance(Duration.ofMinutes(minutes));
  }

  private static void openDevice(Life life) {
    BundleIdentifier kext = life.anyKext();
    if (life.mac().kernel().find(kext).isPresent()) {
      life.tell("open a device of %s".formatted(kext));
      life.mac().openInstance(kext, DEVICE);
    }
  }

  private static void closeDevice(Life life) {
    BundleIdentifier kext = life.anyKext();
    try {
      life.mac().closeInstance(kext, DEVICE);
      life.tell("close a device of %s".formatted(kext));
    } catch (IllegalStateException noneIsOpen) {
      life.tell("no device of %s is open".formatted(kext));
    }
  }
}
