package io.github.kextmanager.testing.junit;

import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.testing.SimulatedMac;
import io.github.kextmanager.testing.SimulatedMacBuilder;
import io.github.kextmanager.testing.TestKext;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The Mac that a test asks for.
 *
 * @param release the release, if it is not said by the annotations
 * @param annotations what the annotations say, the outermost first
 */
record MacPlan(Optional<String> release, List<OnMac> annotations) {
  private static final String BAD_LIBRARY =
      "\"%s\" in @InstalledKext(\"%s\") is not an identifier, a blank and a version.";

  MacPlan {
    annotations = List.copyOf(annotations);
  }

  SimulatedMac build() {
    SimulatedMacBuilder builder = SimulatedMac.builder(parsedRelease());
    innermost(OnMac::chip).ifPresent(chip -> builder.chip(only("chip", chip)));
    innermost(OnMac::caller).ifPresent(caller -> builder.caller(only("caller", caller)));
    innermost(OnMac::policy)
        .ifPresent(policies -> List.of(policies).forEach(policy -> policy.apply(builder)));
    List<? extends MacPreparation> preparations =
        all(OnMac::prepared).stream().map(ReflectionSupport::newInstance).toList();
    preparations.forEach(preparation -> preparation.describe(builder));
    SimulatedMac mac = builder.build();
    try {
      all(OnMac::kexts).forEach(kext -> install(kext, mac));
      preparations.forEach(preparation -> preparation.prepare(mac));
      all(OnMac::faults).forEach(mac.faults()::plan);
      return mac;
    } catch (RuntimeException e) {
      mac.close();
      throw e;
    }
  }

  private MacOsVersion parsedRelease() {
    String text =
        release
            .or(
                () ->
                    annotations.stream()
                        .map(OnMac::release)
                        .filter(each -> !each.isEmpty())
                        .reduce((outer, inner) -> inner))
            .orElseThrow(
                () ->
                    new ExtensionConfigurationException(
                        "No @OnMac on the test, or on a class around it, names a release."));
    return MacOsVersion.parse(text);
  }

  private <T> Optional<T[]> innermost(Function<OnMac, T[]> element) {
    return annotations.stream()
        .map(element)
        .filter(values -> values.length > 0)
        .reduce((outer, inner) -> inner);
  }

  private <T> List<T> all(Function<OnMac, T[]> element) {
    return annotations.stream().map(element).flatMap(Arrays::stream).toList();
  }

  private static <T> T only(String name, T[] values) {
    if (values.length > 1) {
      throw new ExtensionConfigurationException(
          "A Mac has one %s, @OnMac names %s.".formatted(name, Arrays.toString(values)));
    }
    return values[0];
  }

  private static void install(InstalledKext kext, SimulatedMac mac) {
    TestKext bundle = TestKext.named(kext.value()).version(kext.version());
    if (!kext.signedBy().equals(TestKext.TEAM)) {
      bundle = bundle.signedBy(kext.signedBy());
    }
    if (!kext.compatibleFrom().isEmpty()) {
      bundle = bundle.compatibleFrom(kext.compatibleFrom());
    }
    for (String library : kext.needing()) {
      String[] words = library.strip().split("\\s+", -1);
      if (words.length != 2) {
        throw new ExtensionConfigurationException(BAD_LIBRARY.formatted(library, kext.value()));
      }
      bundle = bundle.needing(words[0], words[1]);
    }
    if (!kext.at().isEmpty()) {
      bundle = bundle.at(Path.of(kext.at()));
    }
    mac.install(bundle);
    if (kext.approved()) {
      mac.approve(BundleIdentifier.reported(kext.value()));
    }
  }
}
