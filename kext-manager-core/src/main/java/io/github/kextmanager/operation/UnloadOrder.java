package io.github.kextmanager.operation;

import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.lifecycle.UnloadRequest.Dependents;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadedKext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The order in which kexts go, by what one look shows: a kext after everything that links against
 * it.
 *
 * <p>Pure.
 *
 * @param identifiers the kexts, loaded or not, each once, in order
 * @param holders for each of them the loaded kexts that link against it and stay
 * @param open those to ask for: loaded, and held by nothing that stays
 */
record UnloadOrder(
    List<BundleIdentifier> identifiers,
    Map<BundleIdentifier, List<LoadedKext>> holders,
    List<BundleIdentifier> open) {

  static UnloadOrder of(UnloadRequest request, KextSnapshot snapshot) {
    Set<BundleIdentifier> named = Set.copyOf(request.identifiers());
    Set<BundleIdentifier> placed = new LinkedHashSet<>();
    for (BundleIdentifier identifier : request.identifiers()) {
      place(identifier, named, request.dependents(), snapshot, placed);
    }
    Map<BundleIdentifier, List<LoadedKext>> holders = new HashMap<>();
    Set<BundleIdentifier> going = new LinkedHashSet<>();
    for (BundleIdentifier identifier : placed) {
      List<LoadedKext> staying =
          dependentsOf(identifier, snapshot).stream()
              .filter(dependent -> !going.contains(dependent.identifier()))
              .toList();
      holders.put(identifier, staying);
      if (staying.isEmpty() && snapshot.find(identifier).isPresent()) {
        going.add(identifier);
      }
    }
    return new UnloadOrder(List.copyOf(placed), Map.copyOf(holders), List.copyOf(going));
  }

  /**
   * Places what links against a kext, then the kext. Walks with a stack of its own: links may be
   * deep in a forged table, or run in a ring, which is entered once.
   */
  private static void place(
      BundleIdentifier start,
      Set<BundleIdentifier> named,
      Dependents policy,
      KextSnapshot snapshot,
      Set<BundleIdentifier> placed) {
    Set<BundleIdentifier> entered = new HashSet<>();
    Deque<BundleIdentifier> stack = new ArrayDeque<>(List.of(start));
    while (!stack.isEmpty()) {
      BundleIdentifier top = stack.getLast();
      List<BundleIdentifier> next =
          entered.add(top)
              ? dependentsOf(top, snapshot).stream()
                  .map(LoadedKext::identifier)
                  .filter(one -> policy == Dependents.UNLOAD_FIRST || named.contains(one))
                  .filter(BundleIdentifier::isWellFormed)
                  .filter(one -> !placed.contains(one) && !entered.contains(one))
                  .toList()
              : List.of();
      if (next.isEmpty()) {
        stack.removeLast();
        placed.add(top);
      } else {
        stack.addAll(next);
      }
    }
  }

  private static List<LoadedKext> dependentsOf(BundleIdentifier identifier, KextSnapshot snapshot) {
    return snapshot.find(identifier).map(snapshot::dependentsOf).orElse(List.of());
  }
}
