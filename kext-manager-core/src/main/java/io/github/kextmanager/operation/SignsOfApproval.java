package io.github.kextmanager.operation;

import io.github.kextmanager.host.HostFact;
import io.github.kextmanager.host.KextPolicy;
import io.github.kextmanager.host.KextPolicy.Permission;
import io.github.kextmanager.model.BundleIdentifier;
import java.time.Duration;
import java.util.List;

/**
 * Whether there is a reason to ask macOS again about kexts that wait for an approval.
 *
 * @param policy who allowed what, if that may be read
 * @param awaited the kexts
 */
record SignsOfApproval(HostFact<KextPolicy> policy, List<BundleIdentifier> awaited) {
  /** How long the button to allow is there (TN2459). */
  private static final Duration PROMPT = Duration.ofMinutes(30);

  /** How often macOS is asked again where nobody may read who allowed what. */
  private static final Duration BLIND = Duration.ofSeconds(30);

  /** Why macOS is asked again. */
  enum Sign {
    APPROVED,
    ASKED_LONG_AGO,
    NOBODY_CAN_TELL,
    NONE
  }

  /**
   * Where everything is allowed and macOS still says no, it is asked no oftener than blindly; but
   * once more when the time is over.
   */
  Sign read(Sign last, Patience patience) {
    boolean mayAskBlindly = patience.isOver() || patience.sinceAsked().compareTo(BLIND) >= 0;
    boolean allowed = policy.value().filter(this::allowsAll).isPresent();
    if (allowed && (last != Sign.APPROVED || mayAskBlindly)) {
      return Sign.APPROVED;
    }
    if (patience.sinceAsked().compareTo(PROMPT) >= 0) {
      return Sign.ASKED_LONG_AGO;
    }
    boolean tells = policy.value().filter(this::tells).isPresent();
    return !tells && mayAskBlindly ? Sign.NOBODY_CAN_TELL : Sign.NONE;
  }

  private boolean allowsAll(KextPolicy known) {
    return awaited.stream().allMatch(known::allows);
  }

  /** Rows of several teams may differ, and which of them counts is not known here. */
  private boolean tells(KextPolicy known) {
    return awaited.stream()
        .noneMatch(
            kext -> known.permissionOf(kext).filter(Permission.CONTRADICTED::equals).isPresent());
  }
}
