package io.github.kextmanager.bundle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What came of opening kexts.
 *
 * @param bundles the kexts, in the order in which macOS creates them: each followed by its plug-ins
 * @param refusals what is no kext, in the order in which it was come across
 */
public record Opening(List<KextBundle> bundles, List<OpeningRefusal> refusals) {
  /** Takes unmodifiable copies of the lists. */
  public Opening {
    bundles = List.copyOf(bundles);
    refusals = List.copyOf(refusals);
  }

  /**
   * Several, one after the other. A bundle that is opened again is still one kext.
   *
   * @param openings the openings, in the order in which macOS makes them
   * @return all of them
   */
  public static Opening inOrder(List<Opening> openings) {
    Map<Object, KextBundle> bundles = new LinkedHashMap<>();
    List<OpeningRefusal> refusals = new ArrayList<>();
    for (Opening opening : openings) {
      opening.bundles().forEach(bundle -> bundles.putIfAbsent(bundle.location(), bundle));
      refusals.addAll(opening.refusals());
    }
    return new Opening(List.copyOf(bundles.values()), refusals);
  }
}
