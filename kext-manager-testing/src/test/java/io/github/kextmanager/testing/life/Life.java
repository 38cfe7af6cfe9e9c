package io.github.kextmanager.testing.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.FileOwner;
import io.github.kextmanager.testing.Insides;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.kernel.KernelInvariants;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.machine.MachineState;
import io.github.kextmanager.validation.OwnerAndMode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;

/** A simulated Mac to which things happen by chance, and the manager that is asked about it. */
final class Life implements AutoCloseable {
  private static final InstantSource NOW = InstantSource.fixed(Instant.EPOCH);

  private final Random random;
  private final Path journal;
  private final SimulatedMac mac;
  private final List<String> story = new ArrayList<>();
  private KextManager manager;
  private UUID session;

  Life(MacOsVersion release, Chip chip, long seed, Path journal) {
    this.random = new Random(Objects.hash(release, chip.name(), seed));
    this.journal = journal;
    this.mac = SimulatedMac.builder(release).chip(chip).clock(NOW).build();
    this.session = mac.bootSession();
    this.manager = newManager();
  }

  private KextManager newManager() {
    return KextManager.builder()
        .runner(mac)
        .root(mac.root())
        .journal(journal, "a random life")
        .build();
  }

  SimulatedMac mac() {
    return mac;
  }

  Machine machine() {
    return Insides.of(mac);
  }

  MacOsVersion release() {
    return machine().platform().release();
  }

  KextManager manager() {
    return manager;
  }

  Diagnosis diagnose(Path bundle) {
    return manager.examination().seeing((seen, onDisk) -> owner(seen)).look().examine(bundle);
  }

  private OwnerAndMode owner(Path seen) {
    FileOwner owner = mac.owner(seen);
    return new OwnerAndMode(owner.user(), owner.group(), owner.mode());
  }

  Random random() {
    return random;
  }

  /** One of several, by chance. */
  <T> T any(List<T> several) {
    return several.get(random.nextInt(several.size()));
  }

  BundleIdentifier anyKext() {
    return any(Role.IDENTIFIERS);
  }

  Path path(BundleIdentifier kext) {
    return Role.of(kext).path(release());
  }

  /** Mostly one that is loaded, if one is. */
  BundleIdentifier anyLoadedKext() {
    List<BundleIdentifier> loaded =
        Role.IDENTIFIERS.stream().filter(kext -> mac.kernel().find(kext).isPresent()).toList();
    return loaded.isEmpty() || random.nextInt(4) == 0 ? anyKext() : any(loaded);
  }

  /** Notes what happened, for whoever reads of a contradiction. */
  void tell(String what) {
    story.add(what.replace("com.example.driver.", ""));
  }

  String story() {
    return String.join("\n", story);
  }

  /** Whether the Mac was restarted since this was asked last, which ends every process. */
  boolean beginsANewSession() {
    if (mac.bootSession().equals(session)) {
      return false;
    }
    session = mac.bootSession();
    manager = newManager();
    return true;
  }

  void isInOrder() {
    assertThat(KernelInvariants.violations(machine().state().kernel())).isEmpty();
  }

  void canGoOnElsewhere() {
    MachineState state = machine().state();
    assertThat(Machine.resume(state, machine().disk(), NOW).state()).isEqualTo(state);
  }

  @Override
  public void close() {
    mac.close();
  }
}
