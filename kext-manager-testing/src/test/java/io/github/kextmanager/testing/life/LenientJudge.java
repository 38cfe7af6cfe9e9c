package io.github.kextmanager.testing.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.testing.SimulatedMac;
import java.util.List;

/** Where things go wrong an answer may be a doubt; but if it says something, it is so. */
final class LenientJudge implements Judge {
  private final SimulatedMac mac;

  LenientJudge(SimulatedMac mac) {
    this.mac = mac;
  }

  private boolean isThere(BundleIdentifier kext) {
    return mac.kernel().find(kext).isPresent();
  }

  @Override
  public void loads(List<LoadOutcome> outcomes) {
    outcomes.forEach(this::load);
  }

  private void load(LoadOutcome outcome) {
    if (outcome.isLoaded() || outcome instanceof LoadOutcome.OtherVersionLoaded) {
      assertThat(isThere(outcome.identifier())).as("%s", outcome).isTrue();
    } else if (outcome instanceof LoadOutcome.Refused) {
      assertThat(isThere(outcome.identifier())).as("%s", outcome).isFalse();
    }
  }

  @Override
  public void unloads(List<UnloadOutcome> outcomes) {
    outcomes.forEach(this::unload);
  }

  private void unload(UnloadOutcome outcome) {
    if (!(outcome instanceof UnloadOutcome.Indeterminate)) {
      assertThat(isThere(outcome.identifier())).as("%s", outcome).isEqualTo(!outcome.isAbsent());
    }
  }

  @Override
  public void reload(BundleIdentifier kext, ReloadOutcome outcome) {
    outcome.loaded().ifPresentOrElse(this::load, () -> unload(outcome.unloaded()));
  }

  @Override
  public void snapshot(KextSnapshot seen) {
    assertThat(seen.kexts()).hasSameSizeAs(mac.kernel().kexts());
  }

  @Override
  public void status(KextStatus status) {
    assertThat(status.loaded().isPresent()).isEqualTo(isThere(status.identifier()));
  }

  @Override
  public void owed(OwedKext owed) {
    if (owed.standing() == OwedKext.Standing.DONE) {
      assertThat(isThere(owed.identifier())).isTrue();
    }
  }

  @Override
  public void refusal() {}
}
