package io.github.kextmanager.testing.life;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.bundle.UnreadableBundleException;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.Remembered;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.doctor.Agreement;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;

/** What is asked of a manager. The answers are noted, and judged by a {@link Judge}. */
final class Requests {
  /** The more often one is here, the oftener it is asked. */
  static final List<BiConsumer<Life, Judge>> ALL =
      List.of(
          Requests::load,
          Requests::load,
          Requests::loadPath,
          Requests::loadPath,
          Requests::ensureLoaded,
          Requests::reload,
          Requests::unload,
          Requests::unload,
          Requests::unloadWithDependents,
          Requests::look,
          Requests::remember);

  private Requests() {}

  private static void load(Life life, Judge judge) {
    BundleIdentifier kext = life.anyKext();
    LoadOutcome outcome = life.manager().load(kext);
    life.tell("load %s: %s".formatted(kext, Told.of(outcome)));
    judge.loads(List.of(outcome));
  }

  private static void loadPath(Life life, Judge judge) {
    loadPath(life.path(life.anyKext()), life, judge);
  }

  private static void loadPath(Path bundle, Life life, Judge judge) {
    try {
      LoadOutcome outcome = life.manager().load(bundle);
      life.tell("load %s: %s".formatted(bundle, Told.of(outcome)));
      judge.loads(List.of(outcome));
    } catch (UnreadableBundleException notThere) {
      life.tell("load %s: it is not there".formatted(bundle));
      judge.refusal();
    }
  }

  private static void ensureLoaded(Life life, Judge judge) {
    BundleIdentifier[] kexts = two(life);
    List<LoadOutcome> outcomes = life.manager().ensureLoaded(LoadRequest.of(kexts));
    life.tell("ensure %s: %s".formatted(List.of(kexts), outcomes.stream().map(Told::of).toList()));
    assertThat(outcomes).extracting(LoadOutcome::identifier).containsExactly(kexts);
    judge.loads(outcomes);
  }

  private static void reload(Life life, Judge judge) {
    BundleIdentifier kext = life.anyLoadedKext();
    ReloadOutcome outcome = life.manager().reload(kext);
    life.tell(
        "reload %s: %s, %s"
            .formatted(
                kext,
                Told.of(outcome.unloaded()),
                outcome.loaded().map(Told::of).orElse("not loaded again")));
    judge.reload(kext, outcome);
  }

  private static void unload(Life life, Judge judge) {
    BundleIdentifier kext = life.anyLoadedKext();
    UnloadOutcome outcome = life.manager().unload(kext);
    life.tell("unload %s: %s".formatted(kext, Told.of(outcome)));
    judge.unloads(List.of(outcome));
  }

  private static void unloadWithDependents(Life life, Judge judge) {
    BundleIdentifier[] kexts = two(life);
    List<UnloadOutcome> outcomes = life.manager().unload(UnloadRequest.of(kexts).dependentsFirst());
    life.tell(
        "unload %s and dependents: %s"
            .formatted(List.of(kexts), outcomes.stream().map(Told::of).toList()));
    assertThat(outcomes).extracting(UnloadOutcome::identifier).contains(kexts);
    judge.unloads(outcomes);
  }

  private static BundleIdentifier[] two(Life life) {
    Set<BundleIdentifier> kexts =
        new LinkedHashSet<>(List.of(life.anyLoadedKext(), life.anyKext()));
    return kexts.toArray(BundleIdentifier[]::new);
  }

  private static void look(Life life, Judge judge) {
    life.tell("look");
    judge.snapshot(life.manager().snapshot());
    judge.status(life.manager().status(life.anyKext()));
  }

  private static void remember(Life life, Judge judge) {
    life.tell("remember");
    Remembered remembered = life.manager().remembered();
    assertThat(remembered.damaged()).isEmpty();
    remembered.owed().forEach(judge::owed);
  }

  /** What the doctor says is what becomes of a load. */
  static void askTheDoctorAndLoad(Life life, Judge judge) {
    Path bundle = life.path(life.anyKext());
    Diagnosis diagnosis = life.diagnose(bundle);
    life.tell(
        "diagnose %s: %s %s".formatted(bundle, diagnosis.standing(), Told.of(diagnosis.reason())));
    try {
      LoadOutcome outcome = life.manager().load(bundle);
      life.tell("load %s: %s".formatted(bundle, Told.of(outcome)));
      judge.loads(List.of(outcome));
      assertThat(Agreement.of(diagnosis, outcome))
          .as("%s, and then %s", diagnosis.checks(), outcome)
          .isTrue();
    } catch (UnreadableBundleException notThere) {
      life.tell("load %s: it is not there".formatted(bundle));
      assertThat(diagnosis.standing()).isEqualTo(Diagnosis.Standing.STOPPED);
    }
  }
}
