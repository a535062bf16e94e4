import * as l10n from '@vscode/l10n';
import { type ProfileAction } from '../../protocol/messages/profileMessages';
import { type DecodedView, type ProfileView, type TagView } from '../../protocol/views/profileView';
import { tagLabel } from '../../protocol/labels';
import { type Formats } from '../text/formats';

/** One value of a field. `code` is set in the editor's font, `muted` says the same in another form. */
export interface Value {
  readonly text: string;
  readonly look?: 'code' | 'muted' | 'tag';
}

export interface Field {
  readonly label: string;
  readonly values: readonly Value[];
  readonly note?: string;
  /** What its copy button copies. */
  readonly copy?: string;
  /** What else can be done from here. */
  readonly buttons?: readonly FieldButton[];
}

export interface FieldButton {
  readonly icon: 'edit' | 'add' | 'remove';
  readonly label: string;
  readonly action: ProfileAction;
}

export interface Section {
  readonly title: string;
  readonly fields: readonly Field[];
  /** Rarely wanted: shown closed. */
  readonly folded?: boolean;
  readonly note?: string;
}

/** Everything that is known about a person, in the order of the questions that people ask. */
export function sections(profile: ProfileView, formats: Formats): Section[] {
  const { decoded, outcome } = profile;
  if (!decoded) return [];
  return [
    { title: l10n.t('Follow'), fields: outcome === 'following' ? followFields(decoded, formats) : [] },
    { title: l10n.t('Identity'), fields: identityFields(decoded) },
    { title: l10n.t('Account Notes'), fields: accountNotes(decoded, formats, mayChange(profile)) },
    {
      title: l10n.t('No Longer Provided'),
      fields: rawFields(decoded.legacy),
      folded: decoded.legacy.length > 0,
      note: decoded.legacyNote,
    },
    { title: l10n.t('Other Fields'), fields: rawFields(decoded.unknown) },
  ].filter(({ fields, note }) => fields.length > 0 || note !== undefined);
}

function followFields(decoded: DecodedView, formats: Formats): Field[] {
  const { followedAt, scene, qrScene, qrSceneStr } = decoded;
  const fields: Field[] = [];
  if (followedAt !== undefined) fields.push(followTime(followedAt * 1000, formats));
  if (scene) {
    const code: Value = { text: scene.code, look: 'code' };
    fields.push({
      label: l10n.t('Scene'),
      values: scene.known ? [{ text: scene.label }, code] : [code],
      ...(!scene.known && { note: l10n.t('WeChat documents no such scene; this is its code as it came.') }),
    });
  }
  if (qrScene !== undefined) fields.push(plain(l10n.t('QR Scene'), qrScene));
  if (qrSceneStr !== undefined) fields.push(plain(l10n.t('QR Scene String'), qrSceneStr));
  return fields;
}

function followTime(time: number, formats: Formats): Field {
  const beijing = formats.beijingTime(time);
  return {
    label: l10n.t('Followed'),
    values: [
      { text: formats.localTimeWithZone(time) },
      ...(beijing === undefined ? [] : [{ text: beijing, look: 'muted' as const }]),
      { text: formats.age(time), look: 'muted' },
    ],
    copy: new Date(time).toISOString(),
  };
}

function identityFields({ unionid, unionidNote, language }: DecodedView): Field[] {
  const fields: Field[] = [];
  if (unionid !== undefined)
    fields.push({ label: l10n.t('UnionID'), values: [{ text: unionid, look: 'code' }], copy: unionid });
  else if (unionidNote !== undefined)
    fields.push({
      label: l10n.t('UnionID'),
      values: [{ text: l10n.t('None given'), look: 'muted' }],
      note: unionidNote,
    });
  if (language) {
    const { code, label } = language;
    fields.push({
      label: l10n.t('Language'),
      values:
        label === code ? [{ text: code, look: 'code' }] : [{ text: label }, { text: code, look: 'code' }],
    });
  }
  return fields;
}

/** Notes are taken of followers only, and an answer that was saved elsewhere belongs to no account. */
function mayChange({ outcome, appId }: ProfileView): boolean {
  return outcome === 'following' && appId !== '';
}

/** Where they can be changed, they are there even if they are empty. */
function accountNotes(
  { remark, tags, group, changedAt }: DecodedView,
  formats: Formats,
  mayChange: boolean,
): Field[] {
  const none: Value = { text: l10n.t('none'), look: 'muted' };
  const note =
    changedAt === undefined
      ? {}
      : { note: l10n.t('Changed in Lens {0}, after WeChat gave this answer.', formats.age(changedAt)) };
  const fields: Field[] = [];
  if (remark !== undefined || mayChange)
    fields.push({
      ...(remark === undefined
        ? { label: l10n.t('Remark'), values: [none] }
        : plain(l10n.t('Remark'), remark)),
      ...(mayChange && { buttons: [editRemark()] }),
    });
  if (tags.length > 0 || mayChange)
    fields.push({
      label: l10n.t('Tags'),
      values: tags.length > 0 ? tags.map(tag => tagValue(tag, formats)) : [none],
      ...(mayChange && { buttons: [addTag(), ...(tags.length > 0 ? [removeTag()] : [])] }),
      ...note,
    });
  if (group) fields.push({ label: l10n.t('Group'), values: [tagValue(group, formats)] });
  return fields;
}

function editRemark(): FieldButton {
  return { icon: 'edit', label: l10n.t('Edit Remark…'), action: { type: 'editRemark' } };
}

function addTag(): FieldButton {
  return { icon: 'add', label: l10n.t('Tag…'), action: { type: 'tag' } };
}

function removeTag(): FieldButton {
  return { icon: 'remove', label: l10n.t('Remove Tag…'), action: { type: 'untag' } };
}

function tagValue({ id, name }: TagView, formats: Formats): Value {
  return { text: name ?? tagLabel(formats.number(id)), look: 'tag' };
}

function plain(label: string, text: string): Field {
  return { label, values: [{ text }], copy: text };
}

function rawFields(entries: DecodedView['unknown']): Field[] {
  return entries.map(({ key, value }) => ({
    label: key,
    values: value === '' ? [{ text: l10n.t('blank'), look: 'muted' }] : [{ text: value, look: 'code' }],
  }));
}
