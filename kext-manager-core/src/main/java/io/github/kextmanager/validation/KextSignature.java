package io.github.kextmanager.validation;

import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignedMachO;
import io.github.kextmanager.macho.SpecialSlot;
import io.github.kextmanager.model.TeamIdentifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was read of the code signature of a kext. It is <em>no</em> verdict that the signature is
 * valid: see {@link SignatureReader} for what was compared and what was not examined.
 */
public sealed interface KextSignature {
  /**
   * The team that the signature names, in every slice of the code alike. Anybody can write a name:
   * it counts for what is to be asked of others, not for trust.
   *
   * @return the team; empty if none is named, or not everywhere the same
   */
  default Optional<TeamIdentifier> team() {
    List<Signature> signatures = new ArrayList<>();
    if (this instanceof Embedded embedded) {
      embedded.code().slices().forEach(slice -> signatures.add(slice.signature()));
    } else if (this instanceof Detached detached) {
      signatures.add(detached.signature());
    }
    List<Optional<String>> teams = signatures.stream().map(KextSignature::team).distinct().toList();
    return teams.size() == 1 ? teams.get(0).map(TeamIdentifier::new) : Optional.empty();
  }

  private static Optional<String> team(Signature signature) {
    return signature instanceof Signature.Read read
        ? read.content().teamIdentifier()
        : Optional.empty();
  }

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
