package io.github.kextmanager.validation;

import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignedMachO;
import io.github.kextmanager.macho.SpecialSlot;
import java.nio.file.Path;
import java.util.Map;

/**
 * What was read of the code signature of a kext. It is <em>no</em> verdict that the signature is
 * valid: see {@link SignatureReader} for what was compared and what was not examined.
 */
public sealed interface KextSignature {
  /**
   * The kext names an executable: what is signed is in there, for each architecture by itself.
   *
   * @param executable the file as seen on the Mac, links followed
   * @param code what the file is, and the signature of each slice that holds code; without slices
   *     if the file could not be read or is not Mach-O, which it says itself
   * @param notGiven the files of the bundle that could not be compared, and why
   */
  record Embedded(Path executable, SignedMachO code, Map<SpecialSlot, String> notGiven)
      implements KextSignature {
    /** Copies the map. */
    public Embedded {
      notGiven = Map.copyOf(notGiven);
    }
  }

  /**
   * The kext names no executable: the signature lies in files of its own, and covers the Info.plist
   * in place of code.
   *
   * @param folder its {@code _CodeSignature} as seen on the Mac, whether it is there or not
   * @param signature what the signature says
   * @param notGiven the files of the bundle that could not be compared, and why
   */
  record Detached(Path folder, Signature signature, Map<SpecialSlot, String> notGiven)
      implements KextSignature {
    /** Copies the map. */
    public Detached {
      notGiven = Map.copyOf(notGiven);
    }
  }

  /**
   * The kext names an executable that is not there, so nothing can be said.
   *
   * @param explanation a sentence that names the executable
   */
  record NoExecutable(String explanation) implements KextSignature {}
}
