package io.github.kextmanager.testing.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.lifecycle.Doubt;
import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.Hold;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.SnapshotDifference;
import io.github.kextmanager.testing.SimulatedMac;
import java.util.List;
import java.util.Optional;

/** Where nothing goes wrong, every word is so, and there is hardly a doubt. */
final class ExactJudge implements Judge {
  private final SimulatedMac mac;
  private final KextSnapshot before;

  /** Judges an answer that is about to be given. */
  ExactJudge(SimulatedMac mac) {
    this.mac = mac;
    this.before = mac.kernel();
  }

  private Optional<LoadedKext> was(BundleIdentifier kext) {
    return before.find(kext);
  }

  private Optional<LoadedKext> is(BundleIdentifier kext) {
    return mac.kernel().find(kext);
  }

  private boolean stayed(BundleIdentifier kext) {
    Optional<LoadTag> now = is(kext).flatMap(LoadedKext::tag);
    return now.isPresent() && now.equals(was(kext).flatMap(LoadedKext::tag));
  }

  @Override
  public void refusal() {
    assertThat(mac.kernel().kexts()).isEqualTo(before.kexts());
  }

  @Override
  public void loads(List<LoadOutcome> outcomes) {
    for (LoadOutcome outcome : outcomes) {
      BundleIdentifier kext = outcome.identifier();
      if (outcome instanceof LoadOutcome.Loaded loaded) {
        assertThat(stayed(kext)).isFalse();
        isRow(loaded.kext(), is(kext));
      } else if (outcome instanceof LoadOutcome.AlreadyLoaded already) {
        assertThat(stayed(kext)).isTrue();
        isRow(already.kext(), is(kext));
      } else if (outcome instanceof LoadOutcome.OtherVersionLoaded other) {
        isRow(other.kext(), is(kext));
      } else if (outcome instanceof LoadOutcome.Deferred) {
        assertThat(is(kext).isEmpty() || stayed(kext)).isTrue();
      } else {
        assertThat(is(kext)).isEmpty();
      }
      if (outcome instanceof LoadOutcome.Indeterminate doubtful) {
        isDoubtful(doubtful, outcomes);
      }
      isDifference(outcome.report().changes());
    }
  }

  /**
   * Where nothing goes wrong there is a doubt only about a kext that the tool passed over for
   * another one, and about one without code that no folder holds any more.
   */
  private static void isDoubtful(LoadOutcome.Indeterminate outcome, List<LoadOutcome> all) {
    boolean passedOver = outcome.doubt() == Doubt.NOT_MENTIONED && all.size() > 1;
    boolean invisible =
        outcome.doubt() == Doubt.CONTRADICTED && Role.of(outcome.identifier()) == Role.CODELESS;
    assertThat(passedOver || invisible).as("%s", outcome).isTrue();
  }

  @Override
  public void reload(BundleIdentifier kext, ReloadOutcome outcome) {
    assertThat(outcome.isReloaded()).isEqualTo(is(kext).isPresent() && !stayed(kext));
    assertThat(outcome.failure()).isEmpty();
  }

  @Override
  public void unloads(List<UnloadOutcome> outcomes) {
    for (UnloadOutcome outcome : outcomes) {
      BundleIdentifier kext = outcome.identifier();
      if (outcome instanceof UnloadOutcome.Unloaded unloaded) {
        assertThat(is(kext)).isEmpty();
        isRow(unloaded.kext(), was(kext));
      } else if (outcome instanceof UnloadOutcome.NotLoaded) {
        assertThat(is(kext)).isEmpty();
        assertThat(was(kext)).isEmpty();
      } else if (outcome instanceof UnloadOutcome.InUse inUse) {
        isHeld(inUse);
      } else {
        assertThat(outcome).isInstanceOf(UnloadOutcome.Refused.class);
        assertThat(stayed(kext)).isTrue();
      }
      isDifference(outcome.report().changes());
    }
  }

  private void isHeld(UnloadOutcome.InUse outcome) {
    LoadedKext kext = is(outcome.identifier()).orElseThrow();
    List<LoadedKext> dependents = mac.kernel().dependentsOf(kext);
    assertThat(outcome.dependents())
        .extracting(LoadedKext::identifier)
        .containsExactlyElementsOf(dependents.stream().map(LoadedKext::identifier).toList());
    if (dependents.isEmpty()) {
      assertThat(outcome.hold()).isIn(Hold.INSTANCES, Hold.NOT_SAID);
    } else {
      assertThat(outcome.hold()).isEqualTo(Hold.DEPENDENTS);
    }
  }

  private void isDifference(SnapshotDifference told) {
    SnapshotDifference real = mac.kernel().since(before);
    assertThat(identifiers(told.appeared())).isEqualTo(identifiers(real.appeared()));
    assertThat(identifiers(told.disappeared())).isEqualTo(identifiers(real.disappeared()));
    assertThat(told.reloaded()).hasSameSizeAs(real.reloaded());
  }

  private static List<BundleIdentifier> identifiers(List<LoadedKext> kexts) {
    return kexts.stream().map(LoadedKext::identifier).toList();
  }

  @Override
  public void snapshot(KextSnapshot seen) {
    List<LoadedKext> real = mac.kernel().kexts();
    assertThat(identifiers(seen.kexts())).isEqualTo(identifiers(real));
    seen.kexts().forEach(kext -> isRow(kext, is(kext.identifier())));
  }

  @Override
  public void status(KextStatus status) {
    Optional<LoadedKext> is = is(status.identifier());
    assertThat(status.loaded().isPresent()).isEqualTo(is.isPresent());
    switch (status.state()) {
      case LOADED -> assertThat(mac.kernel().dependentsOf(is.orElseThrow())).isEmpty();
      case IN_USE -> assertThat(mac.kernel().dependentsOf(is.orElseThrow())).isNotEmpty();
      case OTHER_VERSION_LOADED ->
          assertThat(status.onDisk())
              .extracting(bundle -> bundle.version().text())
              .isNotEmpty()
              .doesNotContain(is.orElseThrow().version().text());
      case NOT_LOADED, AWAITING_APPROVAL, AWAITING_RESTART -> assertThat(is).isEmpty();
      case UNKNOWN -> throw new AssertionError("A look that succeeded leaves no doubt: " + status);
    }
  }

  @Override
  public void owed(OwedKext owed) {
    Optional<LoadedKext> is = is(owed.identifier());
    boolean isTheOne =
        is.isPresent()
            && owed.version()
                .map(wanted -> wanted.text().equals(is.get().version().text()))
                .orElse(true);
    assertThat(owed.standing() == OwedKext.Standing.DONE).as("%s", owed).isEqualTo(isTheOne);
  }

  private static void isRow(LoadedKext told, Optional<LoadedKext> real) {
    LoadedKext is = real.orElseThrow(() -> new AssertionError(told + " is not there"));
    assertThat(told.identifier()).isEqualTo(is.identifier());
    assertThat(told.version()).isEqualTo(is.version());
    assertThat(told.tag()).isEqualTo(is.tag());
    assertThat(told.references()).isEqualTo(is.references());
    assertThat(told.sizeBytes()).isEqualTo(is.sizeBytes());
    told.uuid().ifPresent(uuid -> assertThat(is.uuid()).contains(uuid));
  }
}
