package io.github.kextmanager.documentation;

import io.github.kextmanager.dependency.Evaluation;
import io.github.kextmanager.dependency.KextRepository;
import io.github.kextmanager.dependency.RepositoryKext;
import io.github.kextmanager.documentation.BundlesDocument.Block;
import io.github.kextmanager.documentation.BundlesDocument.Section;
import io.github.kextmanager.model.Architecture;
import io.github.kextmanager.model.BootMode;
import io.github.kextmanager.model.MacOsVersion;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.parse.KextTableReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** What the Mac of an example says of it. */
record ExampleOnAMac(Section section, String usualKeys) {

  Evaluation evaluate(Path root) throws IOException {
    ExampleDisk disk = new ExampleDisk(root, usualKeys);
    disk.kexts(section.blocks("xml"));
    for (Block listing : section.blocks("ls")) {
      disk.files(listing);
    }
    KextRepository repository =
        KextRepository.open(
            root, List.of(ExampleDisk.SYSTEM, ExampleDisk.FOLDER), mac(), disk.ownership());
    for (Block table : section.blocks("kextstat")) {
      repository =
          repository.withLoaded(
              KextTableReader.strict().read(table.text()).toSnapshot(Instant.EPOCH));
    }
    return repository.evaluate(example(repository));
  }

  private static RepositoryKext example(KextRepository repository) {
    return repository.kexts().stream()
        .filter(kext -> kext.path().equals(ExampleDisk.FOLDER.resolve("Example.kext")))
        .findFirst()
        .orElseThrow();
  }

  private TargetMac mac() {
    return new TargetMac(
        MacOsVersion.parse(option("on", "10.15")),
        new Architecture(option("arch", "x86_64")),
        option("boot", "normal").equals("safe") ? BootMode.SAFE : BootMode.NORMAL);
  }

  private String option(String name, String usual) {
    return section.blocks("xml").stream()
        .flatMap(block -> Arrays.stream(block.options().split(" ")))
        .filter(option -> option.startsWith(name + "="))
        .map(option -> option.substring(name.length() + 1))
        .findFirst()
        .orElse(usual);
  }
}
