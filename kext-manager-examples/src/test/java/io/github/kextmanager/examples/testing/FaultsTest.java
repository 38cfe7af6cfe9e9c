package io.github.kextmanager.examples.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.ToolName;
import io.github.kextmanager.testing.Fault;
import io.github.kextmanager.testing.Fault.Work;
import io.github.kextmanager.testing.KernelRequest;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.junit.OnMac;
import io.github.kextmanager.verdict.OsReturn;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each way to plan what goes wrong. */
class FaultsTest {
  @Test
  @OnMac(release = "10.15.7")
  void are_planned_by_tool_by_request_by_time_as_text_and_by_chance(SimulatedMac mac) {
    BundleIdentifier widget = BundleIdentifier.of("com.example.Widget");
    OsReturn inUse = new OsReturn(0xdc008018);

    mac.faults().on(ToolName.KEXTLOAD).at(2).inject(new Fault.Killed(9));
    mac.faults().on(ToolName.KMUTIL, "load").everyTime().inject(new Fault.Hang(Work.DONE));
    mac.faults().onKernel(KernelRequest.UNLOAD).next().inject(new Fault.KernelAnswers(inUse));
    mac.faults().after(Duration.ofMinutes(5)).inject(new Fault.LateApproval(widget));
    mac.faults().plan("kextload#2 killed 9"); // the same as text
    long seed = mac.faults().random(); // by chance; random(seed) does the same again

    assertThat(mac.faults().planned()).as("by seed %d", seed).hasSizeGreaterThanOrEqualTo(5);
  }
}
