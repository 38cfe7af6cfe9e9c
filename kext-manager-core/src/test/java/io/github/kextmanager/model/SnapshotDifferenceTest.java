package io.github.kextmanager.model;

import static io.github.kextmanager.model.LoadedKextFixture.kext;
import static io.github.kextmanager.model.LoadedKextFixture.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SnapshotDifferenceTest {
  private final LoadedKext one = kext(1, "com.example.one");
  private final LoadedKext two = kext(2, "com.example.two");
  private final LoadedKext three = kext(3, "com.example.three");

  @Test
  void of_equal_snapshots_is_empty() {
    assertThat(snapshot(one, two).since(snapshot(one, two)).isEmpty()).isTrue();
  }

  @Test
  void is_not_empty_when_one_appeared_or_disappeared_or_was_loaded_again() {
    assertThat(snapshot(one, two).since(snapshot(one)).isEmpty()).isFalse();
    assertThat(snapshot(one).since(snapshot(one, two)).isEmpty()).isFalse();
    assertThat(snapshot(one).since(snapshot(kext(9, "com.example.one"))).isEmpty()).isFalse();
  }

  @Test
  void does_not_depend_on_the_order_of_the_rows() {
    assertThat(snapshot(one, two).since(snapshot(two, one)).isEmpty()).isTrue();
  }

  @Test
  void lists_what_appeared_and_what_disappeared_in_order() {
    SnapshotDifference difference = snapshot(three, two).since(snapshot(one));

    assertThat(difference.appeared()).containsExactly(three, two);
    assertThat(difference.disappeared()).containsExactly(one);
    assertThat(difference.reloaded()).isEmpty();
  }

  @Test
  void a_new_load_tag_means_that_it_was_loaded_again() {
    var again = kext(9, "com.example.one");

    SnapshotDifference difference = snapshot(again).since(snapshot(one));

    assertThat(difference.reloaded()).containsExactly(new SnapshotDifference.Reload(one, again));
    assertThat(difference.appeared()).isEmpty();
    assertThat(difference.disappeared()).isEmpty();
  }

  @Test
  void another_version_or_uuid_means_that_it_was_loaded_again() {
    LoadedKext before = withUuid("1.0", new UUID(0, 1));

    assertThat(snapshot(withUuid("1.1", new UUID(0, 1))).since(snapshot(before)).reloaded())
        .hasSize(1);
    assertThat(snapshot(withUuid("1.0", new UUID(0, 2))).since(snapshot(before)).reloaded())
        .hasSize(1);
  }

  @Test
  void what_only_one_snapshot_knows_shows_no_difference() {
    LoadedKext known = withUuid("1.0", new UUID(0, 1));
    LoadedKext unknown = kext(Optional.empty(), "com.example.one", "1.0", Optional.empty());

    assertThat(snapshot(unknown).since(snapshot(known)).isEmpty()).isTrue();
    assertThat(snapshot(known).since(snapshot(unknown)).isEmpty()).isTrue();
  }

  @Test
  void several_rows_without_an_identifier_are_told_apart_by_their_tags() {
    LoadedKext first = kext(5, "");
    LoadedKext second = kext(6, "");
    LoadedKext third = kext(7, "");

    SnapshotDifference difference = snapshot(second, third).since(snapshot(first, second, third));

    assertThat(difference.disappeared()).containsExactly(first);
    assertThat(difference.appeared()).isEmpty();
    assertThat(difference.reloaded()).isEmpty();
  }

  private static LoadedKext withUuid(String version, UUID uuid) {
    return kext(Optional.of(new LoadTag(1)), "com.example.one", version, Optional.of(uuid));
  }
}
