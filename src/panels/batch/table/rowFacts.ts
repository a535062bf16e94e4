import { type Batch } from '../../../batch';
import { outcomeKinds } from '../../../protocol/views/profileView';
import { type LaidProfile, type Overlay } from '../../../changes';
import { currentScene, decodeProfile, type DisplayLanguage, type RawProfile } from '../../../wechat';
import { sceneView } from '../../profile/profileView';
import { rawAnswer } from '../../profile/rawAnswer';

export interface Scene {
  readonly code: string;
  readonly label: string;
  readonly known: boolean;
}

/** Rows without a scene, so that they can be counted and filtered like the others. */
export const noScene: Scene = { code: '', label: '', known: true };

export type Rows = Pick<
  Batch,
  'openids' | 'startedAt' | 'outcomeAt' | 'answeredAt' | 'isToAskAgain' | 'changeOf' | 'indexOf'
>;

/**
 * What the table sorts and filters by, decoded once a row and kept in columns. The index of a row is its place
 * in the list that was asked for.
 */
export class RowFacts {
  /** Indices into `outcomeKinds`. */
  readonly outcomes: Uint8Array;
  /** Unix seconds; NaN for none. */
  readonly followedAt: Float64Array;
  /** Unix seconds; NaN where nobody noted it. */
  readonly fetchedAt: Float64Array;
  /** 1 where the outcome is to be asked for again. */
  readonly toAskAgain: Uint8Array;
  /** Indices into `scenes`. */
  readonly sceneOf: Uint16Array;
  readonly scenes: Scene[] = [noScene];
  readonly remarks: (string | undefined)[] = [];
  readonly unionids: (string | undefined)[] = [];
  readonly qrScenes: (string | undefined)[] = [];
  readonly tagIds: (readonly number[] | undefined)[] = [];
  /** Grows with each row that is decoded. */
  revision = 0;
  /** What `changeOf` told of each row when it was decoded. */
  private readonly readChanges: Uint32Array;
  private overlay: Overlay | undefined;
  private readonly sceneIndices = new Map([[noScene.code, 0]]);

  constructor(
    private readonly rows: Rows,
    private readonly language: DisplayLanguage,
  ) {
    this.outcomes = new Uint8Array(rows.openids.length).fill(pending);
    this.followedAt = new Float64Array(rows.openids.length).fill(NaN);
    this.fetchedAt = new Float64Array(rows.openids.length).fill(NaN);
    this.toAskAgain = new Uint8Array(rows.openids.length);
    this.sceneOf = new Uint16Array(rows.openids.length);
    this.readChanges = new Uint32Array(rows.openids.length);
  }

  get openids(): readonly string[] {
    return this.rows.openids;
  }

  indexOf(openid: string): number | undefined {
    return this.rows.indexOf(openid);
  }

  /** Looks at the outcomes of these rows again and decodes those that changed. */
  read(from: number, to: number): void {
    for (let index = from; index < to; index++) {
      const change = this.rows.changeOf(index);
      if (change === this.readChanges[index]) continue;
      const outcome = this.rows.outcomeAt(index);
      if (!outcome) continue;
      this.readChanges[index] = change;
      this.revision++;
      const raw = rawAnswer(outcome);
      const profile = raw && this.decoded(raw, index);
      this.outcomes[index] = outcomeKinds.indexOf(outcome.kind);
      this.followedAt[index] = profile?.subscribeTime ?? NaN;
      this.fetchedAt[index] = Math.floor((this.rows.answeredAt(index) ?? NaN) / 1000);
      this.toAskAgain[index] = this.rows.isToAskAgain(index) ? 1 : 0;
      this.sceneOf[index] = this.sceneIndex(profile?.scene ?? noScene);
      this.remarks[index] = profile?.remark;
      this.unionids[index] = profile?.unionid;
      this.qrScenes[index] = profile?.qrSceneStr ?? profile?.qrScene;
      this.tagIds[index] = profile?.tagIds;
    }
  }

  /** What was changed from here since the answers came. */
  get changes(): Overlay | undefined {
    return this.overlay;
  }

  /** Lays changes over the answers. The rows of these people are decoded again when they are read. */
  lay(changes: Overlay | undefined, openids: Iterable<string>): void {
    this.overlay = changes;
    for (const openid of openids) {
      const row = this.rows.indexOf(openid);
      if (row !== undefined) this.readChanges[row] = neverRead;
    }
  }

  private decoded(raw: RawProfile, index: number): LaidProfile {
    const profile = decodeProfile(raw, { language: this.language });
    return this.overlay?.overProfile(profile, this.rows.answeredAt(index) ?? this.rows.startedAt) ?? profile;
  }

  scene(index: number): Scene {
    return this.scenes[this.sceneOf[index] ?? 0] ?? noScene;
  }

  /** Beyond what two bytes number, hostile scenes share the place of none. */
  private sceneIndex(scene: Scene): number {
    const code = currentScene(scene.code);
    const known = this.sceneIndices.get(code);
    if (known !== undefined) return known;
    if (this.scenes.length > 0xffff) return 0;
    this.sceneIndices.set(code, this.scenes.length);
    // Shortened as the page knows it and filters by it.
    return this.scenes.push(sceneView({ ...scene, code })) - 1;
  }
}

/** No row has changed so often. */
const neverRead = 0xffffffff;

const pending = outcomeKinds.indexOf('pending');
