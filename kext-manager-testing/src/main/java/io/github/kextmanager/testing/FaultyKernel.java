package io.github.kextmanager.testing;

import io.github.kextmanager.testing.kernel.KernelAnswer;
import io.github.kextmanager.testing.kernel.KernelRefusalException;
import io.github.kextmanager.testing.kernel.KernelRequests;
import io.github.kextmanager.testing.kernel.KernelReturn;
import io.github.kextmanager.testing.kernel.KextCode;
import io.github.kextmanager.testing.kernel.KextImage;
import io.github.kextmanager.testing.kernel.KextInfo;
import io.github.kextmanager.verdict.OsReturn;
import java.util.List;
import java.util.Optional;

/** A kernel as programs and daemons find it, with what goes wrong between it and them. */
final class FaultyKernel implements KernelRequests {
  private final KernelRequests kernel;
  private final FaultInjector faults;

  FaultyKernel(KernelRequests kernel, FaultInjector faults) {
    this.kernel = kernel;
    this.faults = faults;
  }

  /** Whether a fault is one of a kind of requests. */
  static boolean strikes(Fault.OfKernel fault, KernelRequest request) {
    if (fault instanceof Fault.Panic) {
      return request == KernelRequest.LOAD;
    }
    return fault instanceof Fault.KernelAnswers
        || request == KernelRequest.TERMINATE_CLASS
        || request == KernelRequest.TERMINATE_SERVICES;
  }

  @Override
  public List<KextInfo> loadedKexts() {
    Optional<OsReturn> code = code(KernelRequest.LOADED_KEXTS);
    if (code.isEmpty()) {
      return kernel.loadedKexts();
    }
    if (KernelReturn.isSuccess(code.get())) {
      return List.of();
    }
    throw new KernelRefusalException(code.get());
  }

  @Override
  public KernelAnswer load(String identifier, List<KextImage> archive) {
    if (faults.lacksPermission()) {
      return answer(KernelReturn.NOT_PRIVILEGED);
    }
    Optional<Fault.OfKernel> fault = faults.onKernel(KernelRequest.LOAD);
    if (fault.isPresent() && fault.get() instanceof Fault.Panic panic) {
      return panic(panic, identifier, archive);
    }
    return fault
        .map(FaultyKernel::code)
        .map(FaultyKernel::answer)
        .orElseGet(() -> kernel.load(identifier, archive));
  }

  /** A kext that is loaded already, or has no code, is not started, and cannot panic. */
  private KernelAnswer panic(Fault.Panic panic, String identifier, List<KextImage> archive) {
    boolean wasLoaded = isLoaded(identifier);
    KernelAnswer answer =
        kernel.load(identifier, archive.stream().map(FaultyKernel::behaving).toList());
    if (!wasLoaded && isLoaded(identifier)) {
      throw new KernelPanicException(panic.message(), faults.loader());
    }
    return answer;
  }

  private boolean isLoaded(String identifier) {
    return kernel.loadedKexts().stream()
        .anyMatch(kext -> kext.identifier().filter(identifier::equals).isPresent());
  }

  private static KextImage behaving(KextImage image) {
    return new KextImage(
        image.identifier(),
        image.version(),
        image.uuid(),
        image.architecture(),
        image.kind(),
        image.sizeBytes(),
        image.libraries(),
        KextCode.WELL_BEHAVED);
  }

  @Override
  public KernelAnswer unload(String identifier) {
    if (faults.lacksPermission()) {
      return answer(faults.withoutRoot());
    }
    return code(KernelRequest.UNLOAD)
        .map(FaultyKernel::answer)
        .orElseGet(() -> kernel.unload(identifier));
  }

  @Override
  public OsReturn terminateClass(String className) {
    if (faults.lacksPermission()) {
      return faults.withoutRoot();
    }
    return code(KernelRequest.TERMINATE_CLASS).orElseGet(() -> kernel.terminateClass(className));
  }

  @Override
  public OsReturn terminateServices(String identifier) {
    if (faults.lacksPermission()) {
      return faults.withoutRoot();
    }
    return code(KernelRequest.TERMINATE_SERVICES)
        .orElseGet(() -> kernel.terminateServices(identifier));
  }

  private Optional<OsReturn> code(KernelRequest request) {
    return faults.onKernel(request).map(FaultyKernel::code);
  }

  private static OsReturn code(Fault.OfKernel fault) {
    if (fault instanceof Fault.KernelAnswers answers) {
      return answers.code();
    }
    return fault instanceof Fault.TerminationRefused refused ? refused.code() : KernelReturn.ERROR;
  }

  private static KernelAnswer answer(OsReturn code) {
    return new KernelAnswer(code, List.of());
  }
}
