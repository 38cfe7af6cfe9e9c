package io.github.kextmanager.dependency;

import com.google.common.base.Suppliers;
import java.util.BitSet;
import java.util.List;
import java.util.function.Supplier;

/**
 * Kexts that would be loaded together, as far as there are other kexts of their identifiers.
 * Usually there are none; kexts that lead to the same ones share one object.
 */
final class Rivals {
  static final Rivals NONE = new Rivals(new BitSet(), List.of());

  private final BitSet numbers;
  private final Supplier<List<List<RepositoryKext>>> clashes;

  private Rivals(BitSet numbers, List<RepositoryKext> kexts) {
    this.numbers = numbers;
    this.clashes = Suppliers.memoize(() -> clashes(numbers, kexts));
  }

  /** Some sets, and some kexts more. */
  static Rivals union(List<Rivals> sets, BitSet more, List<RepositoryKext> kexts) {
    Rivals largest = sets.stream().reduce(NONE, Rivals::larger);
    BitSet rest = (BitSet) more.clone();
    sets.stream().filter(set -> !set.equals(largest)).forEach(set -> rest.or(set.numbers));
    rest.andNot(largest.numbers);
    if (rest.isEmpty()) {
      return largest;
    }
    rest.or(largest.numbers);
    return new Rivals(rest, kexts);
  }

  private static Rivals larger(Rivals one, Rivals other) {
    return one.numbers.cardinality() >= other.numbers.cardinality() ? one : other;
  }

  /** Those of one identifier, where there are several, the highest version first. */
  List<List<RepositoryKext>> clashes() {
    return clashes.get();
  }

  private static List<List<RepositoryKext>> clashes(BitSet numbers, List<RepositoryKext> kexts) {
    return new KextIndex(numbers.stream().mapToObj(kexts::get).toList())
        .groups().stream().filter(group -> group.size() > 1).toList();
  }
}
