package io.github.kextmanager.testing.conformance;

import io.github.kextmanager.testing.kernel.KernelAnswer;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.KextImage;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;

/**
 * The kernel that the vectors were made with: it holds what it is told, gives the answers that it
 * is told, and has no lines of its own to say.
 */
record PretendedKernel(
    Optional<List<KextInfo>> loaded, OsReturn refusal, OsReturn answer, OsReturn termination)
    implements KernelRequests {

  PretendedKernel(Optional<List<KextInfo>> loaded, OsReturn answer, OsReturn termination) {
    this(loaded, KernelReturn.NOT_PRIVILEGED, answer, termination);
  }

  static PretendedKernel holding(List<KextInfo> kexts) {
    return new PretendedKernel(Optional.of(kexts), KernelReturn.SUCCESS, KernelReturn.SUCCESS);
  }

  static PretendedKernel refusing() {
    return refusing(KernelReturn.NOT_PRIVILEGED);
  }

  /** One that does not tell what it holds. */
  static PretendedKernel refusing(OsReturn refusal) {
    return new PretendedKernel(
        Optional.empty(), refusal, KernelReturn.SUCCESS, KernelReturn.SUCCESS);
  }

  @Override
  public List<KextInfo> loadedKexts() {
    return loaded.orElseThrow(() -> new KernelRefusalException(refusal));
  }

  @Override
  public KernelAnswer load(String identifier, List<KextImage> archive) {
    return new KernelAnswer(answer, List.of());
  }

  @Override
  public KernelAnswer unload(String identifier) {
    return new KernelAnswer(answer, List.of());
  }

  @Override
  public OsReturn terminateClass(String className) {
    return termination;
  }

  @Override
  public OsReturn terminateServices(String identifier) {
    return termination;
  }
}
