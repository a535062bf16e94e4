/** White space and comments. A number sign before a digit is PHP's number of an object. */
export const blanks = /(?:\s+|\/\/[^\n]*|#(?!\d)[^\n]*)+/y;
/** What Node and PHP print instead of a part, and signs before a value that say nothing of it. */
export const omitted = /\.{3}(?:\s{0,4}\d+ more [a-z]+)?>?|…|[&*]+(?=[\w{[(])|#\d+|<ref \*\d+>/y;
export const shortened = /\[(?:Object|Array|(?:Circular|Function|Getter|Object|Date)\b[^\]\n]{0,60})\]/y;
/** A type or a function before its bracket; only `Array` may stand on another line. */
export const typeWord =
  /(?:new )?(?:(?:Array|[\w\\]{1,64} Object)\s{0,80}|(?:interface \{\}|[A-Za-z_$\\][\w$.\\]{0,64}:? ?))(?=[({[])/y;
/** Tells a call from a word that somebody put a bracket behind. */
export const insideCall = /[({[]\s{0,80}(?:[)}\]"'\d({[:-]|\w{1,64}\s?[=:]|(?:true|false|null)\))/iy;
export const listWord = /[\w-]{1,64}(?=\s{0,8}[,\]])/y;
/** Names of an answer without the bracket before them. */
export const fieldOfAnswer =
  /["'](?:subscribe\w*|openid|unionid|tagid_list|errcode|errmsg|user_info_list|groupid|qr_scene\w*)["']\s{0,8}(?::|=>)/;
