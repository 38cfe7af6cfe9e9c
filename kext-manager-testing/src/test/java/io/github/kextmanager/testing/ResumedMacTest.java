package io.github.kextmanager.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.command.CommandLine;
import io.github.kextmanager.command.CommandResult;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.Programs.Daemons;
import io.github.kextmanager.testing.library.ExtensionFolders;
import io.github.kextmanager.testing.library.KextLibrary.Start;
import io.github.kextmanager.testing.machine.Machine;
import io.github.kextmanager.testing.machine.MachineState;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A Mac that is made from the state of another one goes on as the other one would have. */
class ResumedMacTest {
  private static final String KEXTLOAD = "/sbin/kextload";
  private static final String KEXTUNLOAD = "/sbin/kextunload";
  private static final String KEXTSTAT = "/usr/sbin/kextstat";
  private static final String WIDGET = "com.example.driver.Widget";
  private static final String GADGET = "com.example.driver.Gadget";
  private static final InstantSource NOW =
      InstantSource.fixed(Instant.parse("2024-05-01T10:00:00Z"));

  /** What has happened on a Mac of a release. */
  record Past(String release, String what, Consumer<SimulatedMac> happened) {
    @Override
    public String toString() {
      return what + " on " + release;
    }
  }

  static Stream<Past> pasts() {
    return Stream.of("10.8.5", "10.11.6", "10.15.7", "11.4", "15.5", "27")
        .flatMap(
            release ->
                Stream.of(
                    new Past(release, "nothing", mac -> {}),
                    new Past(release, "a refused load", mac -> load(mac, WIDGET)),
                    new Past(release, "an approval", mac -> approve(mac, WIDGET)),
                    new Past(release, "a team approved", mac -> mac.approveTeam("TEAM123456")),
                    new Past(
                        release,
                        "loaded",
                        mac -> {
                          approve(mac, WIDGET);
                          load(mac, WIDGET);
                          mac.restart();
                          load(mac, WIDGET);
                        }),
                    new Past(
                        release,
                        "in use",
                        mac -> {
                          approve(mac, WIDGET);
                          load(mac, WIDGET);
                          mac.restart();
                          load(mac, WIDGET);
                          mac.openInstance(BundleIdentifier.of(WIDGET), "com_example_Widget");
                        }),
                    new Past(
                        release,
                        "loaded and unloaded",
                        mac -> {
                          approve(mac, GADGET);
                          load(mac, GADGET);
                          mac.restart();
                          load(mac, GADGET);
                          run(mac, KEXTUNLOAD, "-b", GADGET);
                        }),
                    new Past(
                        release,
                        "owners changed",
                        mac -> {
                          approve(mac, WIDGET);
                          mac.changeOwner(at(release, "Widget.kext"), 501, 20);
                          mac.changeMode(at(release, "Gadget.kext"), 0775);
                        }),
                    new Past(
                        release,
                        "time passed",
                        mac -> {
                          load(mac, WIDGET);
                          mac.advance(Duration.ofMinutes(20));
                        })));
  }

  @ParameterizedTest
  @MethodSource("pasts")
  void has_the_same_state(Past past) {
    try (SimulatedMac mac = mac(past)) {
      MachineState state = mac.machine().state();

      assertThat(Machine.resume(state, mac.machine().disk(), NOW).state()).isEqualTo(state);
    }
  }

  @ParameterizedTest
  @MethodSource("pasts")
  void answers_as_the_other_one_would_have(Past past) {
    try (SimulatedMac mac = mac(past)) {
      Machine resumed = Machine.resume(mac.machine().state(), mac.machine().disk(), NOW);

      assertThat(future(resumed)).isEqualTo(future(mac.machine()));
    }
  }

  @ParameterizedTest
  @MethodSource("pasts")
  void is_made_from_plain_data(Past past) {
    try (SimulatedMac mac = mac(past)) {
      assertThat(leaves(mac.machine().state()))
          .isNotEmpty()
          .allSatisfy(
              leaf ->
                  assertThat(leaf)
                      .isInstanceOfAny(
                          String.class,
                          Number.class,
                          Boolean.class,
                          Enum.class,
                          UUID.class,
                          Path.class,
                          Instant.class,
                          Duration.class));
    }
  }

  private static SimulatedMac mac(Past past) {
    SimulatedMac mac = SimulatedMac.builder(MacOsVersion.parse(past.release())).clock(NOW).build();
    mac.install(
        TestKext.named(WIDGET)
            .compatibleFrom("1.0")
            .signedBy("TEAM123456")
            .at(at(past.release(), "Widget.kext")));
    mac.install(
        TestKext.named(GADGET)
            .needing(WIDGET, "1.0")
            .holdsInstances("com_Gadget", 1)
            .at(at(past.release(), "Gadget.kext")));
    past.happened().accept(mac);
    return mac;
  }

  private static Path at(String release, String bundle) {
    return ExtensionFolders.ofOthers(MacOsVersion.parse(release)).resolve(bundle);
  }

  private static void approve(SimulatedMac mac, String identifier) {
    mac.approve(BundleIdentifier.of(identifier));
  }

  private static void load(SimulatedMac mac, String identifier) {
    run(mac, KEXTLOAD, "-b", identifier);
  }

  private static void run(SimulatedMac mac, String... words) {
    mac.run(line(words));
  }

  /** Everything that the tools say, whatever was asked, up to a restart and beyond. */
  private static List<String> future(Machine machine) {
    var terminal = new Terminal(machine, Caller.ROOT, Daemons.RUNNING, new FaultBoard());
    List<String> said = new ArrayList<>();
    ask(terminal, said);
    machine.consent().approveTeam("TEAM123456");
    ask(terminal, said);
    machine.restart(Start.SAFE);
    ask(terminal, said);
    machine.consent().approve(GADGET);
    machine.restart(Start.NORMAL);
    ask(terminal, said);
    said.add(machine.consent().waiting().toString());
    machine.log().entries().forEach(entry -> said.add(entry.time() + " " + entry.text()));
    said.add(machine.kernel().state().toString());
    return said;
  }

  private static void ask(Terminal terminal, List<String> said) {
    for (CommandLine command :
        List.of(
            line(KEXTSTAT),
            line(KEXTLOAD, "-b", GADGET),
            line(KEXTLOAD, "-b", WIDGET),
            line(KEXTSTAT, "-l"),
            line(KEXTUNLOAD, "-b", WIDGET),
            line(KEXTUNLOAD, "-b", GADGET),
            line(KEXTUNLOAD, "-b", WIDGET),
            line(KEXTSTAT, "-l"))) {
      CommandResult result = terminal.run(command);
      said.add(result.termination() + result.stdout().text() + "|" + result.stderr().text());
    }
  }

  private static CommandLine line(String... words) {
    return CommandLine.of(Path.of(words[0]), Stream.of(words).skip(1).toArray(String[]::new));
  }

  private static List<Object> leaves(Object value) {
    if (value instanceof Record) {
      return Stream.of(value.getClass().getRecordComponents())
          .flatMap(component -> leaves(component(value, component)).stream())
          .toList();
    }
    if (value instanceof Collection<?> elements) {
      return elements.stream().flatMap(element -> leaves(element).stream()).toList();
    }
    if (value instanceof Map<?, ?> map) {
      assertThat(map.keySet()).allMatch(String.class::isInstance);
      return leaves(map.values());
    }
    if (value instanceof Optional<?> optional) {
      return optional.map(ResumedMacTest::leaves).orElse(List.of());
    }
    if (value instanceof OptionalInt || value instanceof OptionalLong) {
      return List.of(1);
    }
    return List.of(value);
  }

  private static Object component(Object value, RecordComponent component) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
