package io.github.kextmanager.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextSnapshot;
import io.github.kextmanager.model.LoadTag;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.ReportedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class UnloadOrderTest {
  private static final BundleIdentifier A = BundleIdentifier.of("a");
  private static final BundleIdentifier B = BundleIdentifier.of("b");
  private static final BundleIdentifier C = BundleIdentifier.of("c");

  @Test
  void a_kext_that_nothing_uses_goes() {
    UnloadOrder order = UnloadOrder.of(UnloadRequest.of(A), look(kext(1, "a")));

    assertThat(order.open()).containsExactly(A);
    assertThat(order.holders().get(A)).isEmpty();
  }

  @Test
  void a_kext_that_is_not_loaded_is_not_asked_for() {
    UnloadOrder order = UnloadOrder.of(UnloadRequest.of(A), look(kext(1, "b")));

    assertThat(order.identifiers()).containsExactly(A);
    assertThat(order.open()).isEmpty();
  }

  @Test
  void what_links_against_it_holds_it() {
    UnloadOrder order = UnloadOrder.of(UnloadRequest.of(A), look(kext(1, "a"), kext(2, "b", 1)));

    assertThat(order.open()).isEmpty();
    assertThat(order.holders().get(A)).extracting(LoadedKext::identifier).containsExactly(B);
  }

  @Test
  void a_chain_goes_from_its_end() {
    KextSnapshot chain = look(kext(1, "a"), kext(2, "b", 1), kext(3, "c", 2, 1));

    assertThat(UnloadOrder.of(UnloadRequest.of(A, B, C), chain).open()).containsExactly(C, B, A);
  }

  @Test
  void a_chain_goes_from_its_end_where_dependents_go_first() {
    KextSnapshot chain = look(kext(1, "a"), kext(2, "b", 1), kext(3, "c", 2));

    assertThat(UnloadOrder.of(UnloadRequest.of(A).dependentsFirst(), chain).open())
        .containsExactly(C, B, A);
  }

  @Test
  void what_is_held_holds_what_is_below_it() {
    KextSnapshot chain = look(kext(1, "a"), kext(2, "b", 1), kext(3, "c", 2));

    UnloadOrder order = UnloadOrder.of(UnloadRequest.of(A, B), chain);

    assertThat(order.open()).isEmpty();
    assertThat(order.holders().get(B)).extracting(LoadedKext::identifier).containsExactly(C);
    assertThat(order.holders().get(A)).extracting(LoadedKext::identifier).containsExactly(B);
  }

  @Test
  void a_kext_named_twice_goes_once() {
    assertThat(UnloadOrder.of(UnloadRequest.of(A, A), look(kext(1, "a"))).identifiers())
        .containsExactly(A);
  }

  @Test
  void a_ring_in_a_forged_table_holds_itself() {
    KextSnapshot ring = look(kext(1, "a", 2), kext(2, "b", 1));

    UnloadOrder order = UnloadOrder.of(UnloadRequest.of(A).dependentsFirst(), ring);

    assertThat(order.identifiers()).containsExactlyInAnyOrder(A, B);
    assertThat(order.open()).isEmpty();
  }

  @Test
  void a_long_chain_does_not_overflow_a_stack() {
    List<LoadedKext> chain = new ArrayList<>();
    for (int i = 1; i <= 2_000; i++) {
      chain.add(i == 1 ? kext(1, "k1") : kext(i, "k" + i, i - 1));
    }

    UnloadOrder order =
        UnloadOrder.of(
            UnloadRequest.of(BundleIdentifier.of("k1")).dependentsFirst(),
            look(chain.toArray(LoadedKext[]::new)));

    assertThat(order.open())
        .hasSize(2_000)
        .startsWith(BundleIdentifier.of("k2000"))
        .endsWith(BundleIdentifier.of("k1"));
  }

  private static KextSnapshot look(LoadedKext... kexts) {
    return new KextSnapshot(Instant.EPOCH, List.of(kexts));
  }

  private static LoadedKext kext(int tag, String identifier, Integer... links) {
    return new LoadedKext(
        Optional.of(new LoadTag(tag)),
        OptionalInt.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        OptionalLong.empty(),
        Optional.empty(),
        BundleIdentifier.of(identifier),
        new ReportedVersion("1"),
        Optional.empty(),
        Optional.of(Arrays.stream(links).map(LoadTag::new).map(Optional::of).toList()));
  }
}
