package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.kextmanager.KextManager;
import io.github.kextmanager.lifecycle.LifecycleState;
import io.github.kextmanager.lifecycle.LoadOutcome;
import io.github.kextmanager.lifecycle.LoadOutcome.Deferral;
import io.github.kextmanager.lifecycle.LoadRequest;
import io.github.kextmanager.lifecycle.UnloadOutcome;
import io.github.kextmanager.lifecycle.UnloadOutcome.NextStart;
import io.github.kextmanager.lifecycle.UnloadRequest;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.LoadedKext;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.QueryFailedException;
import io.github.kextmanager.verdict.Reason;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The library and the simulated Mac, which share no parser, no printer and no idea of the kernel,
 * have to agree.
 */
class KextManagerOnASimulatedMacTest {
  private static final BundleIdentifier BASE = BundleIdentifier.of("com.example.Base");
  private static final BundleIdentifier PLUG = BundleIdentifier.of("com.example.Plug");
  private static final Path BASE_PATH = Path.of("/Library/Extensions/Base.kext");

  private SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse("10.15.7")).build();

  @AfterEach
  void switch_off() {
    mac.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "14.4"})
  void they_see_the_same_kernel(String release) {
    start(release);

    List<LoadedKext> seen = manager().snapshot().kexts();

    assertThat(seen)
        .extracting(LoadedKext::tag, LoadedKext::identifier, LoadedKext::version, LoadedKext::uuid)
        .containsExactlyElementsOf(
            mac.kernel().kexts().stream()
                .map(kext -> tuple(kext.tag(), kext.identifier(), kext.version(), kext.uuid()))
                .toList());
    assertThat(seen).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "14.4"})
  void they_know_the_release(String release) {
    start(release);

    assertThat(manager().release()).isEqualTo(MacOsVersion.parse(release));
  }

  @Test
  void on_10_15_an_approval_is_owed_and_then_nothing() {
    mac.install(base());

    assertThat(deferral(manager().load(BASE_PATH))).isEqualTo(Deferral.APPROVAL);
    mac.approve(BASE);
    assertThat(manager().load(BASE_PATH)).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(manager().load(BASE_PATH)).isInstanceOf(LoadOutcome.AlreadyLoaded.class);
    assertThat(manager().status(BASE).state()).isEqualTo(LifecycleState.LOADED);
  }

  @Test
  void on_14_an_approval_is_owed_and_then_a_restart() {
    start("14.4");
    mac.install(base());

    assertThat(deferral(manager().load(BASE_PATH))).isEqualTo(Deferral.APPROVAL);
    mac.approve(BASE);
    assertThat(deferral(manager().load(BASE_PATH))).isEqualTo(Deferral.RESTART);
    mac.restart();
    assertThat(manager().load(BASE_PATH).isLoaded()).isTrue();
  }

  @Test
  void a_library_is_loaded_with_the_kext_that_needs_it_by_three_commands() {
    installBoth();

    LoadOutcome outcome = manager().load(PLUG);

    assertThat(outcome).isInstanceOf(LoadOutcome.Loaded.class);
    assertThat(outcome.report().changes().appeared())
        .extracting(LoadedKext::identifier)
        .containsExactly(BASE, PLUG);
    assertThat(toolsRun()).containsExactly("kextstat", "kextload", "kextstat");
  }

  @Test
  void a_kext_on_which_another_depends_is_in_use_until_that_is_gone() {
    installBoth();
    manager().load(PLUG);

    assertThat(manager().status(BASE).state()).isEqualTo(LifecycleState.IN_USE);
    assertThat(manager().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.InUse.class,
            inUse ->
                assertThat(inUse.dependents())
                    .extracting(LoadedKext::identifier)
                    .containsExactly(PLUG));
    assertThat(manager().unload(UnloadRequest.of(BASE).dependentsFirst()))
        .hasSize(2)
        .allMatch(UnloadOutcome::isAbsent);
    assertThat(mac.kernel().find(BASE)).isEmpty();
  }

  @Test
  void a_kext_is_in_use_by_the_instances_of_its_classes() {
    mac.install(base().holdsInstances("com_example_Base", 2));
    mac.approve(BASE);
    manager().load(BASE);

    assertThat(manager().unload(BASE))
        .isInstanceOfSatisfying(
            UnloadOutcome.InUse.class,
            inUse -> {
              assertThat(inUse.dependents()).isEmpty();
              assertThat(inUse.holders())
                  .singleElement()
                  .satisfies(
                      holder -> {
                        assertThat(holder.className()).isEqualTo("com_example_Base");
                        assertThat(holder.instances()).isEqualTo(2);
                      });
            });
  }

  @Test
  void on_10_15_what_was_unloaded_may_return_while_its_bundle_lies_there() {
    mac.install(base());
    mac.approve(BASE);
    manager().load(BASE);

    assertThat(nextStart(manager().unload(BASE))).isEqualTo(NextStart.MAY_RETURN);
  }

  @Test
  void on_14_what_was_unloaded_stays_in_the_collection() {
    start("14.4");
    mac.install(base());
    manager().load(BASE_PATH);
    mac.approve(BASE);
    manager().load(BASE_PATH);
    mac.restart();
    manager().load(BASE_PATH);

    assertThat(nextStart(manager().unload(BASE))).isEqualTo(NextStart.IN_COLLECTION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "14.4"})
  void they_see_a_kext_without_a_uuid(String release) {
    start(release);
    mac.install(base().withoutUuid().matchesHardware());
    mac.approve(BASE);
    mac.restart();

    assertThat(manager().snapshot().find(BASE))
        .get()
        .extracting(LoadedKext::uuid)
        .isEqualTo(Optional.empty());
  }

  @Test
  void another_version_stays_where_it_is() {
    mac.install(base());
    mac.approve(BASE);
    manager().load(BASE_PATH);
    mac.install(base().version("2.0"));

    assertThat(manager().load(BASE_PATH)).isInstanceOf(LoadOutcome.OtherVersionLoaded.class);
    assertThat(manager().status(BASE).state()).isEqualTo(LifecycleState.OTHER_VERSION_LOADED);
    assertThat(manager().reload(BASE_PATH).isReloaded()).isTrue();
    assertThat(mac.kernel().find(BASE).orElseThrow().version()).hasToString("2.0");
  }

  @Test
  void another_build_of_the_same_version_is_told_by_the_tool() {
    mac.install(base());
    mac.approve(BASE);
    manager().load(BASE_PATH);
    mac.install(base().uuid(UUID.fromString("11111111-2222-3333-4444-555555555555")));

    assertThat(manager().load(BASE_PATH)).isInstanceOf(LoadOutcome.OtherVersionLoaded.class);
  }

  @Test
  void a_missing_library_is_the_reason() {
    mac.install(TestKext.named("com.example.Plug").needing("com.example.Base", "1.0"));
    mac.approve(PLUG);

    assertThat(reason(manager().load(PLUG))).isEqualTo(Reason.MISSING_DEPENDENCY);
  }

  @Test
  void a_start_routine_that_fails_is_the_reason() {
    mac.install(base().startFails(5));
    mac.approve(BASE);

    assertThat(reason(manager().load(BASE))).isEqualTo(Reason.START_STOP_FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.15.7", "14.4"})
  void an_identifier_that_nothing_has_is_not_found(String release) {
    start(release);

    assertThat(reason(manager().load(BASE))).isEqualTo(Reason.NOT_FOUND);
    assertThat(manager().unload(BASE)).isInstanceOf(UnloadOutcome.NotLoaded.class);
  }

  @Test
  void a_kext_without_code_is_accepted() {
    mac.install(base().codeless());
    mac.approve(BASE);

    assertThat(manager().load(BASE_PATH)).isInstanceOf(LoadOutcome.Accepted.class);
  }

  @Test
  void of_several_kexts_each_has_its_own_outcome() {
    mac.install(base());
    mac.approve(BASE);
    mac.install(TestKext.named("com.example.Plug").needing("com.example.Nothing", "1.0"));
    mac.approve(PLUG);

    List<LoadOutcome> outcomes = manager().load(LoadRequest.of(PLUG, BASE));

    assertThat(reason(outcomes.get(0))).isEqualTo(Reason.MISSING_DEPENDENCY);
    assertThat(outcomes.get(1)).isInstanceOf(LoadOutcome.Loaded.class);
  }

  @Test
  void a_look_that_was_cut_is_no_shorter_snapshot() {
    KextManager manager = manager();
    manager.release();
    mac.nextCommand(new Fault.TruncatedOutput(300));

    assertThatThrownBy(manager::snapshot).isInstanceOf(QueryFailedException.class);
  }

  private void start(String release) {
    mac.close();
    mac = SimulatedMac.builder(MacOsVersion.parse(release)).build();
  }

  private KextManager manager() {
    return KextManager.builder().runner(mac).root(mac.root()).build();
  }

  private static TestKext base() {
    return TestKext.named("com.example.Base").version("1.0").compatibleFrom("1.0").at(BASE_PATH);
  }

  private void installBoth() {
    mac.install(base());
    mac.install(TestKext.named("com.example.Plug").needing("com.example.Base", "1.0"));
    mac.approve(BASE);
    mac.approve(PLUG);
  }

  /** The tools that were run, without those that say what kind of Mac this is. */
  private List<String> toolsRun() {
    return mac.commands().stream()
        .flatMap(command -> Stream.of(command.executable().getFileName().toString()))
        .filter(tool -> !tool.equals("sw_vers") && !tool.equals("id"))
        .toList();
  }

  private static Deferral deferral(LoadOutcome outcome) {
    assertThat(outcome).isInstanceOf(LoadOutcome.Deferred.class);
    return ((LoadOutcome.Deferred) outcome).until();
  }

  private static Reason reason(LoadOutcome outcome) {
    assertThat(outcome).isInstanceOf(LoadOutcome.Refused.class);
    return ((LoadOutcome.Refused) outcome).reason();
  }

  private static NextStart nextStart(UnloadOutcome outcome) {
    assertThat(outcome).isInstanceOf(UnloadOutcome.Unloaded.class);
    return ((UnloadOutcome.Unloaded) outcome).nextStart();
  }
}
