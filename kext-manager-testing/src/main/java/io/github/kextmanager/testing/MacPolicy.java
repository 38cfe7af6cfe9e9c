package io.github.kextmanager.testing;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.policy.Consent;
import java.util.List;
import java.util.Optional;

/**
 * Which kexts a simulated Mac lets in: what people, organisations and Apple can do about it. What
 * its owner does in recoveryOS is in {@link Recovery}.
 *
 * <p>Safe for use by multiple threads.
 *
 * @since 0.1.0
 */
public final class MacPolicy {
  private final Object lock;
  private final Machine machine;

  MacPolicy(Object lock, Machine machine) {
    this.lock = lock;
    this.machine = machine;
  }

  /**
   * Allows a kext, as the person at the Mac does in System Preferences, or MDM before anybody
   * asked.
   *
   * @param identifier the kext
   */
  public void approve(BundleIdentifier identifier) {
    synchronized (lock) {
      machine.consent().approve(identifier.value());
    }
  }

  /**
   * Allows every kext of a team.
   *
   * @param team the team identifier
   */
  public void approveTeam(String team) {
    synchronized (lock) {
      machine.consent().approveTeam(team);
    }
  }

  /**
   * Takes the permission of a kext back. It stays loaded if it is.
   *
   * @param identifier the kext
   */
  public void deny(BundleIdentifier identifier) {
    synchronized (lock) {
      machine.consent().deny(identifier.value());
    }
  }

  /**
   * The kexts that the person at the Mac was asked about and has not decided on.
   *
   * @return their identifiers, in the order in which they came up
   */
  public List<BundleIdentifier> awaitingApproval() {
    synchronized (lock) {
      return machine.consent().waiting().stream().map(BundleIdentifier::reported).toList();
    }
  }

  /**
   * Takes the permission of a team back, and of every kext that is known to be of it. What is
   * loaded stays loaded.
   *
   * @param team the team identifier
   */
  public void denyTeam(String team) {
    synchronized (lock) {
      machine.consent().denyTeam(team);
    }
  }

  /**
   * The person at the Mac, who answers what macOS asks.
   *
   * @return an administrator
   */
  public Person person() {
    return new Person(Consent.Person.ADMINISTRATOR, this::answer);
  }

  /**
   * Another person at the Mac.
   *
   * @return somebody who is no administrator
   */
  public Person standardUser() {
    return new Person(Consent.Person.STANDARD_USER, this::answer);
  }

  /**
   * The organisation that manages the Mac.
   *
   * @return what it can do
   */
  public Mdm mdm() {
    return new Mdm(
        change -> {
          synchronized (lock) {
            change.accept(machine.consent().management());
          }
        });
  }

  /**
   * Puts a kext on Apple's list of those that nobody may load, from 10.9 on. kextd and kmutil see
   * it at once, the kernel when it starts the next time.
   *
   * @param identifier the kext
   * @param versions which versions, such as {@code LE 7.5.1}, {@code 1.0 thru 1.9, 2.5}
   */
  public void exclude(BundleIdentifier identifier, String versions) {
    synchronized (lock) {
      ExcludedKexts.add(machine.disk(), machine.platform().release(), identifier, versions);
    }
  }

  /**
   * The kexts that were allowed and come in with the next start of the Mac, from 11 on.
   *
   * @return their identifiers
   */
  public List<BundleIdentifier> awaitingRestart() {
    synchronized (lock) {
      return machine.hasCollections()
          ? machine.kernelManager().awaitingRestart().stream()
              .map(BundleIdentifier::reported)
              .toList()
          : List.of();
    }
  }

  private Optional<String> answer(Consent.Person who, BundleIdentifier identifier) {
    synchronized (lock) {
      return machine.consent().press(who, identifier.value());
    }
  }
}
