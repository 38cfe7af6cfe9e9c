package io.github.kextmanager.testing.life;

import io.github.kextmanager.lifecycle.KextStatus;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.OwedKext;
import io.github.kextmanager.lifecycle.ReloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import java.util.List;

/** Compares what an answer says of the kernel with what the kernel holds. Fails if it is not so. */
interface Judge {
  void loads(List<LoadOutcome> outcomes);

  void unloads(List<UnloadOutcome> outcomes);

  void reload(BundleIdentifier kext, ReloadOutcome outcome);

  void snapshot(KextSnapshot seen);

  void status(KextStatus status);

  void owed(OwedKext owed);

  /** Nothing could be done. */
  void refusal();
}
