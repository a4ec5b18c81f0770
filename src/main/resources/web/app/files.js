/** Files of a drop or a picker, folders walked, each with its path. */

const walk = (entry) =>
  new Promise((resolve, reject) => {
    if (entry.isFile) {
      entry.file((file) => resolve([{ file, path: entry.fullPath.replace(/^\//, '') }]), reject);
      return;
    }
    const reader = entry.createReader();
    const found = [];
    // A reader gives at most 100 entries a call.
    const read = () =>
      reader.readEntries(async (entries) => {
        if (!entries.length) {
          resolve((await Promise.all(found.map(walk))).flat());
          return;
        }
        found.push(...entries);
        read();
      }, reject);
    read();
  });

const isHidden = ({ path }) => path.split('/').some((part) => part.startsWith('.'));

export async function dropped(transfer) {
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  const files = entries.length
    ? (await Promise.all(entries.map(walk))).flat()
    : [...transfer.files].map((file) => ({ file, path: file.name }));
  return files.filter((file) => !isHidden(file));
}

export const picked = (input) =>
  [...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name })).filter((file) => !isHidden(file));
