declare module 'virtual:sandbox-program' {
  /** The text of the sandbox Worker's script. */
  const program: string;
  export default program;
}

declare module 'virtual:python-program' {
  /** The text of its script where the sandbox speaks Python. */
  const program: string;
  export default program;
}

declare module 'virtual:course-functions' {
  /** The computation module, cut into its top-level pieces. */
  const pieces: { names: string[]; code: string }[];
  export default pieces;
}
