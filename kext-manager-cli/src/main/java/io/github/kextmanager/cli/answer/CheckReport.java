package io.github.kextmanager.cli.answer;

import io.github.kextmanager.bundle.OpeningRefusal;
import io.github.kextmanager.dependency.RepositoryKext;
import java.util.List;

/** How a check is answered, for people or for scripts. All but the end may be on any thread. */
public interface CheckReport {
  /** Judges a kext. */
  KextVerdict answer(RepositoryKext kext, Console console);

  /** Says why something is no kext. */
  KextVerdict refuse(OpeningRefusal refusal, KextVerdict verdict, Console console);

  /** Says that a kext could not be judged. */
  KextVerdict fail(RepositoryKext kext, Throwable why, Console console);

  /** Says what it comes to. */
  void end(List<KextVerdict> verdicts, Console console);
}
