package io.github.kextmanager.cli.answer;

import io.github.kextmanager.doctor.Check;
import io.github.kextmanager.doctor.Culprit;
import io.github.kextmanager.doctor.Diagnosis;
import io.github.kextmanager.doctor.Ground;
import io.github.kextmanager.doctor.KextVersions;
import io.github.kextmanager.doctor.Obstacle;
import io.github.kextmanager.model.BundleIdentifier;
import io.github.kextmanager.model.TargetMac;
import io.github.kextmanager.verdict.Remedy;
import java.util.Optional;
import java.util.UUID;

/** A diagnosis as one object. */
public final class DiagnosisJson {
  private DiagnosisJson() {}

  /** Writes a diagnosis. */
  public static void write(Diagnosis diagnosis, TargetMac mac, Console console) {
    console
        .json()
        .text("identifier", diagnosis.identifier().map(BundleIdentifier::value))
        .text("bundle", diagnosis.bundle().map(Object::toString))
        .text("release", mac.release().toString())
        .text("architecture", mac.architecture().name())
        .text("standing", diagnosis.standing().name())
        .text("reason", diagnosis.reason().map(Enum::name))
        .objects("remedies", diagnosis.remedies(), DiagnosisJson::write)
        .objects("obstacles", diagnosis.obstacles(), DiagnosisJson::write)
        .objects("checks", diagnosis.checks(), DiagnosisJson::write)
        .object("versions", Optional.of(diagnosis.versions()), DiagnosisJson::write)
        .end();
  }

  private static void write(Json json, Remedy remedy) {
    ExplainJson.writeRemedy(json, remedy);
    json.truth("canBeDoneForYou", remedy.delegation() == Remedy.Delegation.CAN_BE_DONE_FOR_YOU);
  }

  private static void write(Json json, Obstacle obstacle) {
    json.text("topic", obstacle.topic().name())
        .text("reason", obstacle.reason().name())
        .text("meaning", obstacle.meaning())
        .objects("culprits", obstacle.culprits(), DiagnosisJson::write)
        .objects("remedies", obstacle.remedies(), DiagnosisJson::write);
  }

  private static void write(Json json, Culprit culprit) {
    json.text("identifier", culprit.identifier().value())
        .text("bundle", culprit.bundle().toString())
        .text("reason", culprit.reason().name());
  }

  private static void write(Json json, Check check) {
    json.text("topic", check.topic().name())
        .text("result", check.result().name())
        .text("reason", check.reason().map(Enum::name))
        .text("said", check.said())
        .objects("grounds", check.grounds(), DiagnosisJson::write);
  }

  private static void write(Json json, Ground ground) {
    json.text("from", ground.from()).number("line", ground.line()).text("text", ground.text());
  }

  private static void write(Json json, KextVersions versions) {
    json.objects("copies", versions.copies(), DiagnosisJson::write)
        .objects(
            "notKnown",
            versions.notKnown(),
            (member, unseen) ->
                member.text("place", unseen.place().name()).text("because", unseen.because()))
        .objects(
            "stale",
            versions.stale(),
            (member, stale) -> {
              write(member, stale.copy());
              member.text("because", stale.because());
            });
  }

  private static void write(Json json, KextVersions.Copy copy) {
    json.text("place", copy.place().name())
        .text("version", copy.version().text())
        .text("uuid", copy.uuid().map(UUID::toString))
        .text("path", copy.path().map(Object::toString));
  }
}
