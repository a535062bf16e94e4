import { type Bracket } from './frame';

/** Stands in a text where a part was read already. */
export const readAlready = '\u0000';

export const openers: Readonly<Record<string, Bracket>> = { '}': '{', ']': '[', ')': '(' };

/**
 * White space and comments. A number sign before a digit is PHP's number of an object; before the name of a list or an
 * object it is Laravel's sign of a protected one.
 */
export const blanks =
  /(?:[\s\u200b-\u200d\u2060]+|\/\/[^\n]*|#(?!\d|\w{1,64}: [^\n]{0,120}(?:\[|\{(?:▼ ?)?(?:#\d+)?)\s{0,8}▼?\n)[^\n]*)+/y;
/**
 * What Node and PHP print instead of a part, signs before a value that say nothing of it, and those before a name that
 * say who may see it.
 */
export const omitted =
  /\.{3}(?:\s{0,4}\d+ more [a-z]+)?>?|…\d{0,6}|[▼▶]|[&*@]+(?=[\w{[(])|#\d+|[#+-](?=["A-Za-z_])|<ref \*\d+>/y;
/** What stands for a list or an object that is not shown; in Java a list may be its type and address. */
export const shortened =
  /\[(?: ?[▶…]\d{0,6}|Object|Array|(?:Circular|Function|Getter|Object|Date)\b[^\]\n]{0,60})\]|\[{1,3}[\w.$]{1,80};?@[\da-f]{1,16}(?!\w)|System\.[\w.]{1,40}\[\]/y;
/** A type or a function before its bracket, or what was read of it; only `Array` may stand on another line. */
export const typeWord =
  /(?:new )?(?:(?:Array|[\w\\]{1,64} Object)\s{0,80}|(?:array:\d{1,6} |interface \{\}|[A-Za-z_$\\][\w$.\\]{0,64}(?:\^? |:? ?)))(?=[({[\u0000])/y;
/** Tells a call from a word that somebody put a bracket behind. */
export const insideCall =
  /\u0000|[({[]\s{0,80}(?:[)}\]"'\d({[:-]|\w{1,64}\s?[=:]|(?:true|false|null|nil)\))/iy;
/** An item of a list without quotes; Go has nothing but blanks between openids. */
export const listWord = /[\w-]{1,64}(?=\s{0,8}[,\]])|[\w-]{20,64}(?= [\w-]{20,64}[ \]])/y;
/** Names of an answer without the bracket before them. */
export const fieldOfAnswer =
  /["'](?:subscribe\w*|openid|unionid|tagid_list|errcode|errmsg|user_info_list|groupid|qr_scene\w*)["']\s{0,8}(?::|=>)/;
/** A line of a value ends behind a comma, and the next has something before its name: both have a logger's prefix. */
export const behindPrefix = /,\s{0,8}\n[^\n]{0,200}[:=]/;
