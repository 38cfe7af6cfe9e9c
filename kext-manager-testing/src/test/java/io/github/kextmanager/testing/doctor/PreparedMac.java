package io.github.kextmanager.testing.doctor;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.validation.OwnerAndMode;
import java.nio.file.Path;

/** A simulated Mac in the state of one cell, of which a doctor and then the tools are asked. */
final class PreparedMac implements AutoCloseable {
  private static final String NAME = "com.example.Widget";

  private final SimulatedMac mac;
  private final TestKext kext;
  private final KextManager manager;

  PreparedMac(Cell cell) {
    SimulatedMacBuilder builder = SimulatedMac.builder(cell.release()).chip(cell.chip());
    if (cell.chip() == Chip.APPLE_SILICON) {
      builder.bootSecurity(cell.policy().security());
    }
    if (cell.policy() == Policy.NO_ROOT) {
      builder.caller(Caller.SUDOER_WITH_PASSWORD);
    }
    mac = builder.build();
    kext = cell.defect().of(plain(cell), cell.chip());
    manager = KextManager.builder().runner(mac).root(mac.root()).build();
    loadFirst(cell);
    mac.install(kext);
    // What is in the collection already is started from there, whatever becomes of its files.
    boolean isOfBoot = cell.defect() == Defect.SAFE_BOOT;
    if (!isOfBoot) {
      cell.defect().strike(mac, kext);
    }
    cell.policy().settle(mac, kext);
    if (isOfBoot) {
      cell.defect().strike(mac, kext);
    }
  }

  private static TestKext plain(Cell cell) {
    String folder = cell.isAtLeast("10.9") ? "/Library/Extensions" : "/System/Library/Extensions";
    return TestKext.named(NAME).at(Path.of(folder, "Widget.kext"));
  }

  private void loadFirst(Cell cell) {
    if (cell.defect() != Defect.LOADED && cell.defect() != Defect.OTHER_VERSION_LOADED) {
      return;
    }
    TestKext first = cell.defect() == Defect.LOADED ? kext : kext.version("0.9.0");
    mac.install(first);
    mac.policy().approve(first.identifier());
    manager.load(first.path());
    if (cell.hasCollections()) {
      mac.restart();
      manager.load(first.path());
    }
  }

  Diagnosis diagnose() {
    return manager.examination().seeing((seen, onDisk) -> owner(seen)).look().examine(kext.path());
  }

  private OwnerAndMode owner(Path seen) {
    FileOwner owner = mac.owner(seen);
    return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
  }

  LoadOutcome load() {
    return manager.load(kext.path());
  }

  @Override
  public void close() {
    mac.close();
  }
}
