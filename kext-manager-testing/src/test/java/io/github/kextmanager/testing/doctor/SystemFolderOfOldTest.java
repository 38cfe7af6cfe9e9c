package io.github.kextmanager.testing.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Doctor;
import io.github.kextmanager.doctor.Topic;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.validation.OwnerAndMode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Up to 10.8 vendors put their kexts into the folder where those of macOS are. */
class SystemFolderOfOldTest {
  private static final Path FOLDER = Path.of("/System/Library/Extensions");
  private static final TestKext BASE =
      TestKext.named("com.example.Base").compatibleFrom("1.0").at(FOLDER.resolve("Base.kext"));
  private static final TestKext PLUG =
      TestKext.named("com.example.Plug")
          .needing("com.example.Base", "1.0")
          .at(FOLDER.resolve("Plug.kext"));

  private static SimulatedMac mountainLion() {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.8.5")).build();
    mac.install(BASE);
    mac.install(PLUG);
    return mac;
  }

  private static Doctor doctor(SimulatedMac mac) {
    return KextManager.builder()
        .runner(mac)
        .root(mac.root())
        .build()
        .examination()
        .seeing((seen, onDisk) -> owner(mac, seen))
        .look();
  }

  private static OwnerAndMode owner(SimulatedMac mac, Path seen) {
    FileOwner owner = mac.owner(seen);
    return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
  }

  @Test
  void the_doctor_looks_for_kexts_of_others_there() {
    try (SimulatedMac mac = mountainLion()) {
      assertThat(doctor(mac).examineAll())
          .flatExtracting(each -> each.identifier().stream().toList())
          .contains(BASE.identifier(), PLUG.identifier())
          .noneMatch(identifier -> identifier.value().startsWith("com.apple."));
    }
  }

  @Test
  void the_doctor_looks_who_may_write_a_library_there() {
    try (SimulatedMac mac = mountainLion()) {
      mac.changeMode(BASE.path(), 0777);

      Diagnosis diagnosis = doctor(mac).examine(PLUG.path());

      assertThat(diagnosis.check(Topic.LIBRARIES_AUTHENTIC))
          .hasValueSatisfying(check -> assertThat(check.result()).isEqualTo(Check.Result.FAILED));
    }
  }
}
