package io.github.kextmanager.cli.verb;

import io.github.kextmanager.bundle.BundleOpener;
import io.github.kextmanager.bundle.KextBundle;
import io.github.kextmanager.bundle.Opening;
import io.github.kextmanager.bundle.RootedFiles;
import io.github.kextmanager.cli.answer.BundleAnswer;
import io.github.kextmanager.cli.answer.Console;
import io.github.kextmanager.cli.answer.ExitStatus;
import io.github.kextmanager.cli.answer.Format;
import io.github.kextmanager.cli.grammar.Verb;
import io.github.kextmanager.cli.grammar.VerbSpec;
import io.github.kextmanager.cli.grammar.Words;
import io.github.kextmanager.cli.mac.Volume;
import io.github.kextmanager.model.TargetMac;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** Says what bundles are, and judges nothing. */
final class Inspect implements Verb {
  @Override
  public CommandSpec spec() {
    VerbSpec spec =
        VerbSpec.of(
            "Say what a bundle on disk is. Needs no Mac.",
            "Its identifier and versions, its executable, its code signature, what it needs, when it must be"
                + " there, its personalities and plug-ins. Nothing is judged; kextm check does that. Of"
                + " a signature the hashes are compared with the code, the Info.plist and the"
                + " CodeResources; the cryptographic signature itself is not verified, nor are its"
                + " certificates.",
            "In JSON, for each bundle: path, identifier, version, compatibleVersion, container, layout,"
                + " isCodeless, isKernelComponent, required, executable, executableStatus,"
                + " architectures, uuid, libraries, personalities, plugIns, kernelRefusal (why the"
                + " kernel's parser refuses the Info.plist), signature, signatureUnknown (why that is"
                + " null), signatureVerified (always false). Libraries are those of the architecture. A"
                + " signature is a list of objects, one for each architecture of the code, or one for a"
                + " bundle without: architecture, state (READ, UNSIGNED, UNUSABLE), explanation,"
                + " identifier, teamIdentifier, isAdHoc, flags, hashes, cdHash, matchesBundle (whether"
                + " all that is covered is there and as it was signed), entitlements, codeDirectories,"
                + " certificates, leafIsForKexts, certificatesCarryKextMarks, flaws.");
    return TargetWords.addTo(spec)
        .objects("BUNDLE", "1..*", "The bundles, by their paths.")
        .build();
  }

  @Override
  public ExitStatus run(Words words, Console console) {
    Format format = words.options().format();
    Volume volume = Volume.of(words.options());
    TargetMac mac = TargetWords.target(words);
    BundleOpener opener = new BundleOpener(volume.root(), mac);
    BundleAnswer answer = new BundleAnswer(volume.root(), mac, console);
    ExitStatus status = ExitStatus.DONE;
    for (String word : words.objects()) {
      Path path = volume.path(word);
      Opening opening = opener.open(opener.named(path));
      if (opening.bundles().isEmpty()) {
        answer.refuse(opening.refusals().get(0), format);
        status = worse(status, path, volume);
      } else {
        List<KextBundle> bundles = opening.bundles();
        answer.answer(bundles.get(0), bundles.subList(1, bundles.size()), format);
      }
    }
    return status;
  }

  private static ExitStatus worse(ExitStatus status, Path path, Volume volume) {
    try {
      new RootedFiles(volume.root()).real(path);
      return status == ExitStatus.NO_INPUT ? status : ExitStatus.INVALID;
    } catch (NoSuchFileException e) {
      return ExitStatus.NO_INPUT;
    } catch (IOException e) {
      return status == ExitStatus.NO_INPUT ? status : ExitStatus.INVALID;
    }
  }
}
