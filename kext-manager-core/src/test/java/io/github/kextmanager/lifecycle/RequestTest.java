package io.github.kextmanager.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.kextmanager.lifecycle.LoadRequest.Target;
import io.github.kextmanager.lifecycle.UnloadRequest.Dependents;
import io.github.kextmanager.model.BundleIdentifier;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What can be asked for: requests to load and to unload. */
class RequestTest {
  private static final BundleIdentifier WIDGET = BundleIdentifier.of("com.example.Widget");
  private static final BundleIdentifier GADGET = BundleIdentifier.of("com.example.Gadget");
  private static final Path BUNDLE = Path.of("/Library/Extensions/Widget.kext");
  private static final Path LIBRARY = Path.of("/tmp/Library.kext");
  private static final Path FOLDER = Path.of("/tmp/kexts");

  @Test
  void a_load_names_its_kexts_in_order() {
    assertThat(LoadRequest.of(WIDGET, GADGET).and(new Target.Located(BUNDLE)).targets())
        .containsExactly(
            new Target.Identified(WIDGET),
            new Target.Identified(GADGET),
            new Target.Located(BUNDLE));
  }

  @Test
  void a_load_keeps_what_was_added_before() {
    LoadRequest request =
        LoadRequest.of(BUNDLE)
            .withDependency(LIBRARY)
            .withRepository(FOLDER)
            .and(new Target.Identified(GADGET));

    assertThat(request.targets())
        .containsExactly(new Target.Located(BUNDLE), new Target.Identified(GADGET));
    assertThat(request.dependencies()).containsExactly(LIBRARY);
    assertThat(request.repositories()).containsExactly(FOLDER);
  }

  @Test
  void a_load_of_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LoadRequest.of(new BundleIdentifier[0]))
        .withMessage("A request to load must name a kext.");
  }

  @Test
  void an_unload_leaves_dependents_alone_unless_told_otherwise() {
    UnloadRequest request = UnloadRequest.of(WIDGET, GADGET);

    assertThat(request.identifiers()).containsExactly(WIDGET, GADGET);
    assertThat(request.dependents()).isEqualTo(Dependents.KEEP);
    assertThat(request.dependentsFirst().identifiers()).containsExactly(WIDGET, GADGET);
    assertThat(request.dependentsFirst().dependents()).isEqualTo(Dependents.UNLOAD_FIRST);
  }

  @Test
  void an_unload_of_nothing_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> UnloadRequest.of())
        .withMessage("A request to unload must name a kext.");
  }
}
