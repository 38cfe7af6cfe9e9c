package io.github.kextmanager.dependency;

import static io.github.kextmanager.dependency.KextFixture.kext;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.KextVersion;
import java.util.List;
import org.junit.jupiter.api.Test;

class KextRepositoryTest {
  private static final BundleIdentifier A = BundleIdentifier.of("a");

  @Test
  void puts_the_highest_version_first_and_of_equal_ones_the_one_opened_last() {
    KextFixture low = kext("a@low").version("1.0", "1.0");
    KextFixture high = kext("a@high").version("2.0", "2.0");
    KextFixture low2 = kext("a@low2").version("1.0", "1.0");
    KextFixture none = kext("a@none").version("none", "1.0");

    assertThat(Repositories.of(none, low, high, low2).all(A))
        .containsExactly(high, low2, low, none);
  }

  @Test
  void finds_the_highest_version_of_an_identifier() {
    KextFixture high = kext("a@high").version("2.0", "2.0");

    assertThat(Repositories.of(high, kext("a")).find(A)).contains(high);
  }

  @Test
  void chooses_the_highest_compatible_version() {
    KextFixture one = kext("a@1").version("1.5", "1.0");
    KextFixture two = kext("a@2").version("2.5", "2.0");
    KextRepository repository = Repositories.of(one, two);

    assertThat(repository.compatible(A, KextVersion.of(1, 5, 0))).contains(one);
    assertThat(repository.compatible(A, KextVersion.of(2, 5, 0))).contains(two);
    assertThat(repository.compatible(A, KextVersion.of(1, 6, 0))).isEmpty();
    assertThat(repository.compatible(A, KextVersion.of(0, 9, 0))).isEmpty();
  }

  @Test
  void finds_an_exact_version_even_if_it_is_no_library() {
    KextFixture one = kext("a@1").noLibrary();

    assertThat(Repositories.of(one).exact(A, KextVersion.of(1, 0, 0))).contains(one);
    assertThat(Repositories.of(one).compatible(A, KextVersion.of(1, 0, 0))).isEmpty();
  }

  @Test
  void tells_who_needs_a_kext() {
    KextFixture library = kext("library");
    KextFixture family = kext("family").needs("library");
    KextFixture driver = kext("driver").needs("family");
    KextRepository repository = Repositories.of(driver, library, family);

    assertThat(repository.directDependents(library)).containsExactly(family);
    assertThat(repository.dependents(library)).containsExactly(driver, family);
  }

  @Test
  void unloads_whatever_needs_a_kext_before_it() {
    KextFixture library = kext("library");
    KextFixture family = kext("family").needs("library");
    KextFixture driver = kext("driver").needs("family", "library");
    KextFixture other = kext("other");
    KextRepository repository = Repositories.of(library, other, driver, family);

    assertThat(repository.unloadOrder(List.of(library))).containsExactly(driver, family, library);
  }

  @Test
  void refuses_a_kext_of_another_repository() {
    KextRepository repository = Repositories.of(kext("a"));
    KextFixture stranger = kext("b");

    assertThatThrownBy(() -> repository.resolve(stranger))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("b (/Library/Extensions/b.kext) is not of this repository.");
  }
}
