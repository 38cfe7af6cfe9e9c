package io.github.kextmanager.testing.transcript;

import static io.github.kextmanager.testing.transcript.Situation.on;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.testing.Caller;
import io.github.kextmanager.testing.Chip;
import io.github.kextmanager.testing.Fault;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.testing.TestKext;
import io.github.kextmanager.testing.transcript.Situation.Answer;
import io.github.kextmanager.verdict.OsReturn;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulated Mac in the situation of a transcript says what the transcript shows. */
class TranscriptTest {
  private static final String KEXTLOAD = "/sbin/kextload";
  private static final String KEXTUNLOAD = "/sbin/kextunload";
  private static final String KMUTIL = "/usr/bin/kmutil";
  private static final String VBOX = "/Library/Application Support/VirtualBox/";
  private static final OsReturn TIMED_OUT = new OsReturn(0xdc008019);
  private static final String DEMO_VM = "/Library/Application Support/DemoVM";
  private static final String LOCAL = "/Library/Extensions/";
  private static final String SYSTEM = "/System/Library/Extensions/";

  @ParameterizedTest
  @MethodSource({
    "refusals_of_kextload",
    "answers_of_kextunload",
    "answers_of_kmutil",
    "messages_of_the_kernel",
    "decisions_in_the_database",
    "messages_of_the_daemons",
    "refusals_of_sudo"
  })
  void says_what_the_real_one_said(Situation situation) {
    String real = Transcript.squeezed(situation.transcript());

    Answer answer = situation.answer();

    assertThat(answer.status())
        .isEqualTo(situation.status())
        .isEqualTo(Transcript.status(situation.transcript(), situation.status()));
    String said = Transcript.squeeze(String.join(" ", answer.lines()));
    assertThat(said.isEmpty()).isEqualTo(real.isEmpty());
    if (situation.piece().isEmpty()) {
      assertThat(answer.lines())
          .allSatisfy(line -> assertThat(real).contains(Transcript.squeeze(line)));
    } else {
      assertThat(said).contains(situation.piece());
      assertThat(real).contains(situation.piece());
    }
  }

  static Stream<Situation> refusals_of_kextload() {
    String globalProtect = "/Applications/GlobalProtect.app/Contents/Resources/pangpd_10.9.kext";
    String tunnel = "/Applications/Tunnel.app/Contents/Resources/tap-demo.kext";
    TestKext pad = kext("com.example.driver.Pad").needing("com.example.lib.Pad", "1.0");
    return Stream.of(
        on("10.13.3", "globalprotect-10.13-policy-in-log")
            .installed(globalProtect, kext("com.paloaltonetworks.kext.pangpd"))
            .answers(27, KEXTLOAD, globalProtect),
        on("10.13.6", "installlog-10.13-policy")
            .installed(VBOX + "VBoxDrv.kext", kext("org.virtualbox.kext.VBoxDrv"))
            .answers(27, KEXTLOAD, VBOX + "VBoxDrv.kext"),
        on("10.15.7", "kextload-10.13-policy-four-hash")
            .installed(VBOX + "VBoxDrv.kext", kext("org.virtualbox.kext.VBoxDrv"))
            .installed(VBOX + "VBoxNetAdp.kext", kext("org.virtualbox.kext.VBoxNetAdp"))
            .installed(VBOX + "VBoxNetFlt.kext", kext("org.virtualbox.kext.VBoxNetFlt"))
            .installed(VBOX + "VBoxUSB.kext", kext("org.virtualbox.kext.VBoxUSB"))
            .answers(
                27,
                KEXTLOAD,
                VBOX + "VBoxDrv.kext",
                VBOX + "VBoxNetAdp.kext",
                VBOX + "VBoxNetFlt.kext",
                VBOX + "VBoxUSB.kext"),
        on("10.13.5", "kextload-10.13-dependency-load-failed")
            .installed(LOCAL + "PadLib.kext", kext("com.example.lib.Pad").compatibleFrom("1.0"))
            .approved("/Library/StagedExtensions/Library/Extensions/ExamplePad.kext", pad)
            .answers(71, KEXTLOAD, "/Library/StagedExtensions/Library/Extensions/ExamplePad.kext"),
        on("10.13.5", "applescript-10.13-nested-dict")
            .installed(LOCAL + "PadLib.kext", kext("com.example.lib.Pad").compatibleFrom("1.0"))
            .approved(LOCAL + "ExamplePad.kext", pad)
            .answers(71, KEXTLOAD, LOCAL + "ExamplePad.kext"),
        on("10.13.6", "kextload-10.13-xbinary-not-loadable")
            .installed(
                "/Library/Application Support/xbinary/xbinary.kext",
                kext("com.example.xbinary").unsigned())
            .answers(71, KEXTLOAD, "/Library/Application Support/xbinary/xbinary.kext"),
        on("10.14", "kextload-10.14-voodoohda-wrapped")
            .mac(SimulatedMacBuilder::allowingUntrustedKexts)
            .installed(SYSTEM + "VoodooHDA.kext", kext("org.voodoo.driver.VoodooHDA").unsigned())
            .after(mac -> mac.changeOwner(Path.of(SYSTEM + "VoodooHDA.kext"), 501, 20))
            .answers(71, KEXTLOAD, SYSTEM + "VoodooHDA.kext"),
        on("10.14.6", "osxpmem-backticks")
            .approved("/tmp/osxpmem.app/MacPmem.kext", kext("com.google.MacPmem"))
            .after(mac -> mac.changeOwner(Path.of("/tmp/osxpmem.app/MacPmem.kext"), 501, 20))
            .answers(71, KEXTLOAD, "/tmp/osxpmem.app/MacPmem.kext")
            .inPart(
                "osxpmem.app/MacPmem.kext failed to load - (libkern/kext) authentication failure"
                    + " (file ownership/permissions); check the system/kernel logs for errors or"
                    + " try kextutil(8)"),
        on("10.11.6", "kextload-arch")
            .installed(LOCAL + "Example32.kext", kext("com.example.Old").onlyFor(Chip.INTEL_32))
            .answers(71, KEXTLOAD, LOCAL + "Example32.kext"),
        on("10.13.6", "kextload-could-not-be-staged")
            .mac(SimulatedMacBuilder::withoutKextd)
            .installed("/Users/user/Desktop/Example.kext", kext("com.example.E").unsigned())
            .answers(71, KEXTLOAD, "/Users/user/Desktop/Example.kext"),
        on("10.15.7", "kextload-failed-security-checks")
            .mac(SimulatedMacBuilder::withoutKextd)
            .installed("/tmp/Example.kext", kext("com.example.Example"))
            .answers(71, KEXTLOAD, "/tmp/Example.kext")
            .inPart("Example.kext failed security checks; failing."),
        on("10.11.6", "kextload-no-kextd")
            .mac(builder -> builder.withoutKextd().caller(Caller.NOT_A_SUDOER))
            .answers(77, KEXTLOAD, "/tmp/Example.kext"),
        on("10.6.8", "kextload-not-found-path").answers(71, KEXTLOAD, LOCAL + "Gone.kext"),
        on("10.10.5", "kextload-unspecified-10.6")
            .installed(SYSTEM + "Sleepless.kext", kext("com.example.Sleepless").unsigned())
            .answers(71, KEXTLOAD, SYSTEM + "Sleepless.kext"),
        on("10.8.5", "kextload-usage-nothing-given")
            .answers(64, KEXTLOAD)
            .inPart(
                "No kernel extensions specified; name kernel extension bundles following options,"
                    + " or use -bundle-id (-b)."),
        on("10.14.6", "kextload-timeout")
            .approved(LOCAL + "Example.kext", kext("com.example.Example"))
            .after(mac -> mac.faults().onKextd().next().inject(new Fault.KextdAnswers(TIMED_OUT)))
            .answers(71, KEXTLOAD, LOCAL + "Example.kext"),
        on("10.7.5", "kextload-validation")
            .installed("/tmp/Example.kext", kext("com.example.Example").version("one"))
            .answers(71, KEXTLOAD, "/tmp/Example.kext")
            .inPart("Example.kext failed to load - (libkern/kext) validation failure"),
        on("10.13.1", "openvpnstart-10.13-stderr-prefix")
            .approved(tunnel, kext("net.example.tap").startFails(5))
            .answers(71, KEXTLOAD, tunnel));
  }

  static Stream<Situation> answers_of_kextunload() {
    String demo = "com.example.fs.demofs";
    String ftdi = "com.FTDI.driver.FTDIUSBSerialDriver";
    String keyboard = SYSTEM + "AppleUSBTopCase.kext/Contents/PlugIns/AppleUSBTCKeyboard.kext";
    return Stream.of(
        on("10.10.5", "kextunload-10.10-fsdfilter-style")
            .installed(
                "/tmp/FltDemo.kext",
                kext("com.example.FltDemo")
                    .holdsInstances("FltEntry", 5)
                    .holdsInstances("com_FltDemo", 1))
            .ran(KEXTLOAD, "/tmp/FltDemo.kext")
            .answers(3, KEXTUNLOAD, "/tmp/FltDemo.kext"),
        on("10.9.5", "kextunload-10.10-ftdi-instances")
            .installed(LOCAL + "FTDI.kext", kext(ftdi).holdsInstances("FTDIUSBSerialDriver", 2))
            .ran(KEXTLOAD, "-b", ftdi)
            .answers(3, KEXTUNLOAD, "-b", ftdi),
        on("10.8.5", "kextunload-10.8-topcase-instance")
            .installed(
                keyboard,
                kext("com.apple.driver.AppleUSBTCKeyboard").holdsInstances("AppleUSBTCKeyboard", 1))
            .ran(KEXTLOAD, keyboard)
            .answers(3, KEXTUNLOAD, keyboard + "/"),
        on("10.15.7", "kextunload-10.15-module-stop")
            .approved("/tmp/demofs.kext", kext(demo).stopFails(5))
            .ran(KEXTLOAD, "/tmp/demofs.kext")
            .answers(3, KEXTUNLOAD, "-v", "6", "-b", demo),
        on("10.14.6", "kextunload-10.x-not-found-list")
            .answers(3, KEXTUNLOAD, "-b", "com.apple.driver.AppleUSBFTDI"),
        on("10.12.6", "kextunload-verbose-ok")
            .installed(LOCAL + "drv.kext", kext("com.example.drv"))
            .ran(KEXTLOAD, "-b", "com.example.drv")
            .answers(0, KEXTUNLOAD, "-v", "-b", "com.example.drv"),
        on("13.5", "kextunload-table-cell-short")
            .approved(LOCAL + "CDC.kext", kext("com.example.CDC").holdsInstances("CDC", 1))
            .after(mac -> mac.restart())
            .ran(KMUTIL, "load", "-b", "com.example.CDC")
            .answers(71, KEXTUNLOAD, "-b", "com.example.CDC")
            .inPart("kext is in use or retained"));
  }

  static Stream<Situation> decisions_in_the_database() {
    String probe = LOCAL + "vgpuProbe.kext";
    TestKext named = kext("com.vgpu.probe").property("CFBundleName", "vgpuProbe");
    return Stream.of(
        on("15.7.3", "sqlite-kextpolicy-15-empty-team")
            .mac(SimulatedMacBuilder::allowingUntrustedKexts)
            .installed(probe, named.unsigned())
            .ran(KMUTIL, "load", "-p", probe)
            .after(mac -> mac.approve(BundleIdentifier.of("com.vgpu.probe")))
            .answers(
                0,
                "/usr/bin/sqlite3",
                "/var/db/SystemPolicyConfiguration/KextPolicy",
                "select * from kext_policy;"));
  }

  static Stream<Situation> messages_of_the_daemons() {
    String demofs = "/Library/Filesystems/demofs.fs/Contents/Extensions/12/demofs.kext";
    String probe = LOCAL + "vgpuProbe.kext";
    String framebuffer = LOCAL + "vgpuFramebuffer.kext";
    return Stream.of(
        on("12.3", "kernelmanagerd-12-log-show-columns")
            .installed(demofs, kext("com.example.fs.demofs").version("1990.7"))
            .ran(KMUTIL, "load", "-p", demofs)
            .answers(0, "/usr/bin/log", "show", "--predicate", "process == 'kernelmanagerd'")
            .inPart(
                "kernelmanagerd: [com.apple.kernelmanagerd.logging:LoadRequestResolution] At least"
                    + " one of the request extensions / bundled extensions com.example.fs.demofs"
                    + " are NOT in the exclude list. Will do full resolution of load request Kext"
                    + " com.example.fs.demofs v1990.7"),
        on("15.7.3", "kernelmanagerd-15-approved")
            .approved(probe, kext("com.vgpu.probe"))
            .ran(KMUTIL, "load", "-p", probe)
            .answers(0, "/usr/bin/log", "show")
            .inPart("Validate approval for /Library/Extensions/vgpuProbe.kext in auxKC: approved"),
        on("15.7.3", "kernelmanagerd-15-rebuild-refused")
            .installed(framebuffer, kext("com.vgpu.framebuffer"))
            .ran(KMUTIL, "load", "-p", framebuffer)
            .answers(0, "/usr/bin/log", "show")
            .inPart(
                "failed to load/rebuild extensions: Extension with identifiers com.vgpu.framebuffer"
                    + " not approved to load. Please approve using System Settings."),
        on("15.7.3", "syspolicyd-15-canload")
            .installed(framebuffer, kext("com.vgpu.framebuffer").signedBy("VGPU000001"))
            .ran(KMUTIL, "load", "-p", framebuffer)
            .answers(0, "/usr/bin/log", "show")
            .inPart(
                "canLoadKernelExtension - direct, evaluate, Kext (VGPU000001,"
                    + " com.vgpu.framebuffer)"));
  }

  static Stream<Situation> messages_of_the_kernel() {
    TestKext broken = kext("cn.junkman.kext.ksymresolver").startFails(5);
    return Stream.of(
        on("10.12.6", "dmesg-10.12-startstop")
            .installed(LOCAL + "ksymresolver.kext", broken)
            .ran(KEXTLOAD, LOCAL + "ksymresolver.kext")
            .answers(0, "/sbin/dmesg"),
        on("10.13.6", "dmesg-10.13-tun-hash")
            .approved(LOCAL + "tun.kext", kext("net.sf.tuntaposx.tun").startFails(5))
            .ran(KEXTLOAD, LOCAL + "tun.kext")
            .answers(0, "/sbin/dmesg"),
        on("10.11.4", "kernel-10.11.4-start-failed")
            .installed(LOCAL + "rootdemo.kext", kext("com.example.rootdemo").startFails(5))
            .ran(KEXTLOAD, LOCAL + "rootdemo.kext")
            .answers(0, "/sbin/dmesg"));
  }

  static Stream<Situation> answers_of_kmutil() {
    String adapter = "com.example.driver.Adapter";
    Path files = Path.of(LOCAL + "Adapter.kext/Contents");
    return Stream.of(
        on("12.5", "kmutil-12-code30-ownership-multiline")
            .mac(builder -> builder.chip(Chip.APPLE_SILICON))
            .installed(LOCAL + "Adapter.kext", kext(adapter).version("1").signedBy("TEAM"))
            .after(
                mac -> {
                  mac.changeOwner(files, 501, 20);
                  mac.changeOwner(files.resolve("MacOS/Adapter"), 501, 20);
                })
            .answers(30, KMUTIL, "load", "-p", LOCAL + "Adapter.kext"),
        on("15.0", "kmutil-14-not-approved-two-lines")
            .installed(LOCAL + "rtsx.kext", kext("science.firewolf.rtsx"))
            .answers(27, KMUTIL, "load", "-p", LOCAL + "rtsx.kext")
            .inPart(
                "Extension with identifiers science.firewolf.rtsx not approved to load."
                    + " Please approve using System Settings."),
        on("15.7.3", "kmutil-15-code28-no-domain")
            .approved(LOCAL + "vgpuFramebuffer.kext", kext("com.vgpu.framebuffer"))
            .answers(28, KMUTIL, "load", "-z", "-p", LOCAL + "vgpuFramebuffer.kext")
            .inPart("Code=28 \"Loading extension(s): com.vgpu.framebuffer requires a reboot\""),
        on("15.7.3", "kmutil-15-code28-short")
            .approved(LOCAL + "vgpuProbe.kext", kext("com.vgpu.probe"))
            .answers(28, KMUTIL, "load", "-z", "-p", LOCAL + "vgpuProbe.kext")
            .inPart(
                "Error Domain=KMErrorDomain Code=28"
                    + " \"Loading extension(s): com.vgpu.probe requires a reboot\""),
        on("14.5", "kmutil-14-code29-inline")
            .installed(LOCAL + "E.kext", kext("com.example.E").unsigned())
            .answers(29, KMUTIL, "load", "-p", LOCAL + "E.kext")
            .inPart("Domain=KMErrorDomain Code=29 \"Authenticating extension failed"),
        on("15.7.3", "kmutil-15-code29-cell")
            .installed(LOCAL + "E.kext", kext("com.example.E").unsigned())
            .answers(29, KMUTIL, "load", "-z", "-p", LOCAL + "E.kext")
            .inPart("Bad code signature"),
        on("15.7.3", "kmutil-15-create-code71-kdk")
            .mac(builder -> builder.build("24G419"))
            .answers(71, KMUTIL, "create", "--update-all")
            .inPart(
                "Missing Developer Kit: As of macOS 13.0, you will need to install a KDK matching"
                    + " your build 24G419 to rebuild kernel collections."),
        on("15.7.3", "kmutil-15-no-basekc")
            .answers(31, KMUTIL, "create", "-z", "-n", "aux")
            .inPart("Cannot build pageableKC/auxKC without baseKC"),
        on("26.3", "kmutil-load-silent-ok")
            .approved(LOCAL + "Example.kext", kext("com.example.Example"))
            .after(mac -> mac.restart())
            .answers(0, KMUTIL, "load", "-p", LOCAL + "Example.kext"),
        on("14.5", "kmutil-safe-boot")
            .mac(builder -> builder.boot(BootMode.SAFE))
            .installed(LOCAL + "Example.kext", kext("com.example.Example"))
            .answers(71, KMUTIL, "load", "-p", LOCAL + "Example.kext")
            .inPart("Safe boot error: "),
        on("14.5", "kmutil-in-exclude-list")
            .installed(LOCAL + "OldDrv.kext", kext("com.example.OldDrv"))
            .after(
                mac -> mac.policy().exclude(BundleIdentifier.of("com.example.OldDrv"), "LE 7.5.1"))
            .answers(71, KMUTIL, "load", "-b", "com.example.OldDrv")
            .inPart("In exclude list: "),
        on("11.0.1", "kmutil-11-invalid-directory")
            .installed(DEMO_VM + "/DemoDrv.kext", kext("com.example.vm.Drv").version("6.1"))
            .answers(30, KEXTLOAD, "-r", DEMO_VM, "-b", "com.example.vm.Drv")
            .inPart(
                "Filesystem error: Invalid directory for executable kext bundle com.example.vm.Drv"
                    + " at /Library/Application Support/DemoVM/DemoDrv.kext. Should appear in one"
                    + " of: /System/Library/Extensions /Library/Apple/System/Library/Extensions"
                    + " /Library/Extensions /Library/StagedExtensions"
                    + " /private/var/db/KernelExtensionManagement/Staging"),
        on("11.4", "script-11-banner-in-output")
            .installed(SYSTEM + "cd9660.kext", kext("com.apple.filesystems.cd9660"))
            .answers(0, KEXTLOAD, SYSTEM + "cd9660.kext"));
  }

  static Stream<Situation> refusals_of_sudo() {
    return Stream.of(
        on("12.5", "sudo-not-in-sudoers")
            .mac(builder -> builder.caller(Caller.NOT_A_SUDOER))
            .answers(1, "/usr/bin/sudo", "-n", "kextload"));
  }

  private static TestKext kext(String identifier) {
    return TestKext.named(identifier);
  }
}
