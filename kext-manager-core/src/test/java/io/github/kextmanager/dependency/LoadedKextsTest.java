package io.github.kextmanager.dependency;

import static io.github.kextmanager.dependency.KextFixture.kext;
import static io.github.kextmanager.dependency.Repositories.problems;
import static io.github.kextmanager.dependency.Repositories.resolved;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LoadedKextsTest {
  private static final UUID ONE = new UUID(1, 1);
  private static final UUID OTHER = new UUID(2, 2);

  @Test
  void prefers_the_copy_that_is_loaded_to_a_higher_version() {
    KextFixture driver = kext("driver").needsVersion("family", "1.0");
    KextFixture running = kext("family@1").version("1.0", "1.0");
    KextFixture higher = kext("family@2").version("2.0", "1.0");
    KextRepository repository =
        Repositories.of(driver, running, higher).withLoaded(snapshot(loaded("family", "1.0")));

    assertThat(resolved(repository, driver).libraries()).containsExactly(running);
    assertThat(resolved(repository, driver).toLoad()).containsExactly(driver);
  }

  @Test
  void does_not_fall_back_to_another_copy_than_the_loaded_one() {
    KextFixture driver = kext("driver").needsVersion("family", "2.0");
    KextFixture running = kext("family@1").version("1.0", "1.0");
    KextFixture higher = kext("family@2").version("2.0", "1.0");
    KextRepository repository =
        Repositories.of(driver, running, higher).withLoaded(snapshot(loaded("family", "1.0")));

    assertThat(problems(repository, driver))
        .containsExactly(
            new LibraryProblem.LoadedIncompatible(driver, driver.libraries().get(0), running));
  }

  @Test
  void knows_another_version_from_another_executable() {
    KextFixture driver = kext("driver").uuid(ONE);
    KextRepository repository = Repositories.of(driver);

    assertThat(repository.loadedState(driver)).isEqualTo(LoadedState.NOT_LOADED);
    assertThat(repository.withLoaded(snapshot(loaded("driver", "1.1"))).loadedState(driver))
        .isEqualTo(LoadedState.OTHER_VERSION);
    assertThat(
            repository
                .withLoaded(snapshot(loaded("driver", "1", Optional.of(ONE))))
                .loadedState(driver))
        .isEqualTo(LoadedState.LOADED);
    assertThat(
            repository
                .withLoaded(snapshot(loaded("driver", "1", Optional.of(OTHER))))
                .loadedState(driver))
        .isEqualTo(LoadedState.OTHER_UUID);
  }

  @Test
  void does_not_resolve_a_kext_of_which_another_version_is_loaded() {
    KextFixture driver = kext("driver");
    KextRepository repository =
        Repositories.of(driver).withLoaded(snapshot(loaded("driver", "0.9")));

    assertThat(problems(repository, driver))
        .extracting(Problem::message)
        .containsExactly(
            "driver 1.0 (/Library/Extensions/driver.kext) cannot be loaded: 0.9 is loaded, which is another version.");
  }

  private static KextSnapshot snapshot(LoadedKext... kexts) {
    return new KextSnapshot(Instant.EPOCH, List.of(kexts));
  }

  private static LoadedKext loaded(String identifier, String version) {
    return loaded(identifier, version, Optional.empty());
  }

  private static LoadedKext loaded(String identifier, String version, Optional<UUID> uuid) {
    return new LoadedKext(
        Optional.empty(),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        BundleIdentifier.reported(identifier),
        new ReportedVersion(version),
        uuid,
        Optional.empty());
  }
}
