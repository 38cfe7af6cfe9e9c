package io.github.kextmanager.testing.life;

import io.github.kextmanager.command.CommandException;
import io.github.kextmanager.model.KextException;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Chip;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Whatever happens to a Mac, its kernel stays in order, the library says nothing that the kernel
 * contradicts, the doctor foresees what becomes of a load, and what the Mac keeps can go on
 * elsewhere.
 *
 * <p>The property {@code kextmanager.sequences} says how many lives each kind of Mac has, {@code
 * kextmanager.seed} the seed of the first. A failure tells its seed.
 */
class RandomLivesTest {
  private static final int STEPS = 60;
  private static final int LIVES = Integer.getInteger("kextmanager.sequences", 1);
  private static final long FIRST_SEED = Long.getLong("kextmanager.seed", 1);

  @TempDir Path folder;

  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.METHOD)
  @ParameterizedTest
  @CsvSource({
    "10.6.8, INTEL_32",
    "10.8.5, INTEL",
    "10.9.5, INTEL",
    "10.11.6, INTEL",
    "10.13.6, INTEL",
    "10.14.6, INTEL",
    "10.15.7, INTEL",
    "11.6, INTEL",
    "12.6, APPLE_SILICON",
    "13.6, INTEL",
    "14.5, APPLE_SILICON",
    "15.7, INTEL",
    "26.1, APPLE_SILICON",
    "27.0, APPLE_SILICON"
  })
  @interface OnEveryKindOfMac {}

  @OnEveryKindOfMac
  void every_answer_is_so(String release, Chip chip) {
    live(release, chip, RandomLivesTest::step);
  }

  @OnEveryKindOfMac
  void where_things_go_wrong_an_answer_is_so_or_a_doubt(String release, Chip chip) {
    live(release, chip, RandomLivesTest::stepInTrouble);
  }

  private void live(String release, Chip chip, Consumer<Life> step) {
    for (long seed = FIRST_SEED; seed < FIRST_SEED + LIVES; seed++) {
      Path journal = folder.resolve("journal" + seed);
      try (var life = new Life(MacOsVersion.parse(release), chip, seed, journal)) {
        live(life, step, seed);
      }
    }
  }

  private static void live(Life life, Consumer<Life> step, long seed) {
    try {
      for (int i = 0; i < STEPS; i++) {
        step.accept(life);
        life.isInOrder();
        if (i % 20 == 0) {
          life.canGoOnElsewhere();
        }
      }
    } catch (AssertionError | RuntimeException contradiction) {
      throw new AssertionError(
          "-Dkextmanager.seed=%d -Dkextmanager.sequences=1 lets this happen again:%n%s%n%s"
              .formatted(seed, life.story(), contradiction.getMessage()),
          contradiction);
    }
  }

  private static void step(Life life) {
    if (life.random().nextBoolean()) {
      life.any(Happenings.ALL).accept(life);
    } else if (life.random().nextInt(12) == 0) {
      Requests.askTheDoctorAndLoad(life, new ExactJudge(life.mac()));
    } else {
      life.any(Requests.ALL).accept(life, new ExactJudge(life.mac()));
    }
    life.beginsANewSession();
  }

  private static void stepInTrouble(Life life) {
    if (life.mac().faults().planned().isEmpty()) {
      life.mac().faults().random(life.random().nextLong());
    }
    if (life.random().nextBoolean()) {
      life.any(Happenings.ALL).accept(life);
    } else {
      ask(life);
    }
    life.beginsANewSession();
  }

  private static void ask(Life life) {
    try {
      life.any(Requests.ALL).accept(life, new LenientJudge(life.mac()));
    } catch (KextException | CommandException couldNotBeAsked) {
      life.tell("it could not be asked: " + couldNotBeAsked);
    } catch (AssertionError contradiction) {
      // With a Mac that panics the process ends that asked, and nobody hears its answer.
      if (!life.beginsANewSession()) {
        throw contradiction;
      }
    }
  }
}
