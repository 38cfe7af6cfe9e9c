package io.github.kextmanager.cli.answer;

import io.github.kextmanager.macho.MachO;
import io.github.kextmanager.macho.Signature;
import io.github.kextmanager.macho.SignedMachO;
import io.github.kextmanager.macho.SpecialSlot;
import io.github.kextmanager.validation.KextSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The signatures of a kext, a row for each architecture.
 *
 * @param list the rows; empty if none could be looked for
 * @param lack why there are no rows
 * @param notGiven the files of the bundle that could not be compared, and why
 */
record SignatureRows(List<Row> list, Optional<String> lack, Map<SpecialSlot, String> notGiven) {
  /**
   * A signature.
   *
   * @param architecture the architecture of its code; empty if it covers no code
   * @param signature what it says
   */
  record Row(Optional<String> architecture, Signature signature) {}

  static SignatureRows of(KextSignature kext) {
    if (kext instanceof KextSignature.Embedded embedded) {
      List<Row> rows = new ArrayList<>();
      for (SignedMachO.SliceSignature each : embedded.code().slices()) {
        rows.add(new Row(Optional.of(each.slice().cpu().toString()), each.signature()));
      }
      Optional<String> lack =
          rows.isEmpty() ? Optional.of(lack(embedded.code().file())) : Optional.empty();
      return new SignatureRows(rows, lack, embedded.notGiven());
    }
    if (kext instanceof KextSignature.Detached detached) {
      Row row = new Row(Optional.empty(), detached.signature());
      return new SignatureRows(List.of(row), Optional.empty(), detached.notGiven());
    }
    String lack = ((KextSignature.NoExecutable) kext).explanation();
    return new SignatureRows(List.of(), Optional.of(lack), Map.of());
  }

  private static String lack(MachO file) {
    if (file instanceof MachO.Unreadable unreadable) {
      return unreadable.explanation();
    }
    return file instanceof MachO.NotMachO other
        ? other.explanation()
        : "No slice of the executable holds code.";
  }
}
