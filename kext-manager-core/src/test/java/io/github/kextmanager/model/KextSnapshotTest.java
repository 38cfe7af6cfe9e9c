package io.github.kextmanager.model;

import static io.github.kextmanager.model.LoadedKextFixture.NOON;
import static io.github.kextmanager.model.LoadedKextFixture.kext;
import static io.github.kextmanager.model.LoadedKextFixture.snapshot;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KextSnapshotTest {
  private final LoadedKext family = kext(1, "com.example.family");
  private final LoadedKext driver = kext(2, "com.example.driver", 1);
  private final LoadedKext plugin = kext(3, "com.example.plugin", 2);

  @Test
  void finds_a_kext_by_its_identifier() {
    assertThat(snapshot(family, driver).find(BundleIdentifier.of("com.example.driver")))
        .contains(driver);
    assertThat(snapshot(family, driver).find(BundleIdentifier.of("com.example.Driver"))).isEmpty();
  }

  @Test
  void of_two_with_one_identifier_the_first_counts() {
    var again = kext(9, "com.example.driver");

    assertThat(snapshot(driver, again).find(driver.identifier())).contains(driver);
  }

  @Test
  void dependents_are_those_that_link_directly() {
    assertThat(snapshot(plugin, driver, family).dependentsOf(family)).containsExactly(driver);
    assertThat(snapshot(plugin, driver, family).dependentsOf(plugin)).isEmpty();
  }

  @Test
  void a_kext_without_a_known_tag_has_no_known_dependents() {
    var unknown = kext(Optional.empty(), "com.example.unknown", "1.0", Optional.empty());

    assertThat(snapshot(unknown, driver).dependentsOf(unknown)).isEmpty();
  }

  @Test
  void is_not_changed_by_changing_the_list_it_was_made_of() {
    List<LoadedKext> kexts = new ArrayList<>(List.of(family));
    var snapshot = new KextSnapshot(NOON, kexts);

    kexts.add(driver);

    assertThat(snapshot.kexts()).containsExactly(family);
  }
}
